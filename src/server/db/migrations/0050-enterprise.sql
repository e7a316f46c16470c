-- An enterprise of a region. It keeps its id whatever it is called; what it was called is kept.
create table enterprise (
  region_code text not null,
  id uuid not null,
  -- 统一社会信用代码; absent only where nobody knew it yet.
  uscc text check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
  name text not null,
  former_names jsonb not null,
  -- 小类 of GB/T 4754-2017.
  industry text check (industry ~ '^\d{4}$'),
  size text check (size in ('large', 'medium', 'small', 'micro')),
  -- Units of the region it lies in, and its own unit where somebody signs in for it.
  park_id uuid,
  town_id uuid,
  organisation_id uuid,
  established date,
  address text not null,
  products text not null,
  contacts jsonb not null,
  state text not null check (state in ('active', 'closed', 'merged')),
  ended_on date,
  -- The enterprise it went into; no foreign key, a backup gives the rows in any order.
  merged_into uuid,
  revision integer not null,
  primary key (region_code, id),
  unique (region_code, uscc),
  check ((state = 'active') = (ended_on is null)),
  check ((state = 'merged') = (merged_into is not null))
);
select platform.place('enterprise', 'distributed', 'document');

-- When it was above the designated size (规上): first and last period it reported for.
create table enterprise_listing (
  region_code text not null,
  enterprise_id uuid not null,
  from_period text not null,
  to_period text,
  reason text not null,
  primary key (region_code, enterprise_id, from_period)
);
select platform.place('enterprise_listing', 'distributed', 'document');

-- The chains of a region and the places in them.
create table chain (
  region_code text not null,
  code text not null,
  name text not null,
  position integer not null,
  primary key (region_code, code)
);
select platform.place('chain', 'distributed', 'document');

create table chain_node (
  region_code text not null,
  chain_code text not null,
  code text not null,
  name text not null,
  stage text not null check (stage in ('upstream', 'midstream', 'downstream')),
  position integer not null,
  primary key (region_code, chain_code, code)
);
select platform.place('chain_node', 'distributed', 'document');

create table enterprise_node (
  region_code text not null,
  enterprise_id uuid not null,
  chain_code text not null,
  node_code text not null,
  primary key (region_code, enterprise_id, chain_code, node_code)
);
select platform.place('enterprise_node', 'distributed', 'document');

-- What it is recognised as, from when to when, by which document, and with which share of its figures.
create table enterprise_tag (
  region_code text not null,
  enterprise_id uuid not null,
  tag text not null,
  from_period text not null,
  to_period text,
  share numeric not null check (share > 0 and share <= 1),
  evidence text not null,
  primary key (region_code, enterprise_id, tag, from_period)
);
select platform.place('enterprise_tag', 'distributed', 'document');

-- A list somebody brought, held until they decided about what is there already.
create table enterprise_import (
  region_code text not null,
  id uuid not null,
  file_name text not null,
  rows jsonb not null,
  by jsonb not null,
  at timestamptz not null,
  done_at timestamptz,
  primary key (region_code, id)
);
select platform.place('enterprise_import', 'distributed', 'document');

create index enterprise_name on enterprise (region_code, name);
create index enterprise_node_chain on enterprise_node (region_code, chain_code);
create index enterprise_tag_tag on enterprise_tag (region_code, tag);

alter table enterprise_listing add foreign key (region_code, enterprise_id)
  references enterprise (region_code, id);
alter table chain_node add foreign key (region_code, chain_code)
  references chain (region_code, code);
alter table enterprise_node add foreign key (region_code, enterprise_id)
  references enterprise (region_code, id);
alter table enterprise_node add foreign key (region_code, chain_code, node_code)
  references chain_node (region_code, chain_code, code);
alter table enterprise_tag add foreign key (region_code, enterprise_id)
  references enterprise (region_code, id);

insert into role_action (role_code, action) values
  ('planner', 'see-enterprises'),
  ('analyst', 'see-enterprises'),
  ('analyst', 'manage-enterprises'),
  ('unit', 'see-enterprises'),
  ('park', 'see-enterprises'),
  ('chain', 'see-enterprises'),
  ('investment', 'see-enterprises'),
  ('leader', 'see-enterprises'),
  ('enterprise', 'see-enterprises');
