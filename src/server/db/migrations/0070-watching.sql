-- What units and reviewers said about a target in a period, beside the computed lamp. Only ever added to.
create table target_saying (
  region_code text not null,
  id uuid not null,
  -- The target in all versions of its plan.
  lineage_id uuid not null,
  kind text not null check (kind in ('account', 'verdict')),
  period text not null,
  lamp text check (lamp in ('normal', 'warning', 'behind', 'unreported')),
  text text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, id),
  check ((lamp is not null) = (kind = 'verdict'))
);
select platform.place('target_saying', 'distributed', 'document');
create index target_saying_lineage on target_saying (region_code, lineage_id, at);

-- What people add to a forecast that its past cannot know, in the unit of the target.
create table judgement (
  region_code text not null,
  id uuid not null,
  lineage_id uuid not null,
  year integer not null,
  amount numeric not null,
  name text not null,
  why text not null,
  by jsonb not null,
  at timestamptz not null,
  withdrawn_by jsonb,
  withdrawn_at timestamptz,
  primary key (region_code, id),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
select platform.place('judgement', 'distributed', 'document');
create index judgement_lineage on judgement (region_code, lineage_id);

-- By which conditions lamps are lit; the highest version holds.
create table lamp_rule (
  region_code text not null,
  version integer not null check (version > 0),
  rule jsonb not null,
  why text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, version)
);
select platform.place('lamp_rule', 'distributed', 'document');

-- Versions of warning rules a region wrote or changed; what it has none of is as shipped.
create table warning_rule (
  region_code text not null,
  code text not null,
  version integer not null check (version > 0),
  rule jsonb not null,
  in_force boolean not null,
  why text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, code, version)
);
select platform.place('warning_rule', 'distributed', 'document');

create table warning (
  region_code text not null,
  id uuid not null,
  rule_code text not null,
  subject_kind text not null,
  subject_code text not null,
  since text not null,
  until text not null,
  -- The last month of `until`, twelve times the year and the month.
  until_ends integer not null,
  grade text not null check (grade in ('red', 'orange', 'yellow')),
  worst text not null check (worst in ('red', 'orange', 'yellow')),
  because text not null,
  figures jsonb not null,
  is_open boolean not null,
  raised_at timestamptz not null,
  cleared_at timestamptz,
  -- Judged afterwards.
  is_right boolean,
  verdict text,
  judged_by jsonb,
  judged_at timestamptz,
  matter_id uuid,
  primary key (region_code, id),
  check ((is_right is null) = (judged_at is null))
);
select platform.place('warning', 'distributed', 'document');
create index warning_open on warning (region_code, is_open, rule_code);
create unique index warning_one on warning (region_code, rule_code, subject_kind, subject_code)
  where is_open;

insert into role_action (role_code, action) values
  ('analyst', 'judge'),
  ('planner', 'judge'),
  ('unit', 'account-for'),
  ('park', 'account-for'),
  ('analyst', 'account-for'),
  ('planner', 'account-for');
