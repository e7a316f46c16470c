-- A unit of a region: it keeps its id and its code, whatever it is called.
create table organisation (
  region_code text not null,
  id uuid not null,
  code text not null,
  kind text not null
    check (kind in ('bureau', 'park', 'town', 'leading-group', 'enterprise', 'other')),
  -- Other names it goes by.
  aliases jsonb not null,
  -- The last day it exists.
  valid_to date,
  -- Where its duties passed to when it ended; no foreign key, a backup gives the rows in any order.
  merged_into uuid,
  revision integer not null,
  primary key (region_code, id),
  unique (region_code, code),
  check (merged_into is null or valid_to is not null)
);
select platform.place('organisation', 'distributed', 'document');

-- What a unit is called, and to whom it belongs, from a day until its next stage.
create table organisation_stage (
  region_code text not null,
  organisation_id uuid not null,
  valid_from date not null,
  name text not null,
  parent_id uuid,
  primary key (region_code, organisation_id, valid_from),
  check (parent_id <> organisation_id)
);
select platform.place('organisation_stage', 'distributed', 'document');

alter table organisation_stage add foreign key (region_code, organisation_id)
  references organisation (region_code, id);
alter table organisation_stage add foreign key (region_code, parent_id)
  references organisation (region_code, id);

-- A grant may be limited to a unit of its region and those below it.
alter table role_grant add column organisation_id uuid;

-- Whether a role holds for a region, for a unit, or for either.
alter table role add column reach text not null default 'either'
  check (reach in ('region', 'organisation', 'either'));
update role set reach = 'region' where kind <> 'business';

insert into role (code, name, kind, reach) values
  ('enterprise', '企业', 'business', 'organisation');

insert into role_action (role_code, action) values
  ('planner', 'see-organisations'),
  ('planner', 'manage-organisations'),
  ('analyst', 'see-organisations'),
  ('unit', 'see-organisations'),
  ('park', 'see-organisations'),
  ('chain', 'see-organisations'),
  ('investment', 'see-organisations'),
  ('leader', 'see-organisations'),
  ('enterprise', 'see-organisations');
