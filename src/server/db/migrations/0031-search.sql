-- What can be found, derived from the rows it leads to: `jingwei verify` holds the two together.
create table search_entry (
  region_code text not null,
  kind text not null,
  id text not null,
  -- What it belongs to and is forgotten with.
  owner_id text,
  title text not null,
  body text not null,
  -- Shown beside the title, not searched.
  context text not null,
  -- The names with the pinyin of each character, one name a line.
  spelling text not null,
  link text not null check (link like '/%'),
  -- The action somebody needs to find it.
  needs text not null,
  organisation_id uuid,
  -- Whether it is found from other regions too.
  is_everywhere boolean not null,
  -- Of all it was made of: what changed is indexed anew.
  digest text not null,
  indexed_at timestamptz not null,
  lexemes tsvector not null,
  primary key (region_code, kind, id)
);
select platform.place('search_entry', 'distributed', 'document');
create index search_entry_owner on search_entry (region_code, owner_id);
-- An inverted index takes the region as one of its lexemes. Each question also reads the list of what
-- is not yet in it, so that list is kept short (in kB).
create index search_entry_lexemes on search_entry using gin (lexemes)
  with (gin_pending_list_limit = 1024);
