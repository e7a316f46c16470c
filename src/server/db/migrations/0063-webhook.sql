-- Where the happenings of matters are sent, signed with a key only the two sides know.
create table webhook (
  region_code text not null,
  id uuid not null,
  url text not null,
  events jsonb not null,
  secret text not null,
  is_active boolean not null,
  created_by jsonb not null,
  created_at timestamptz not null,
  delivered bigint not null,
  last_problem text,
  primary key (region_code, id)
);
select platform.place('webhook', 'distributed', 'document');
