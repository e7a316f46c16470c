-- What somebody owes by a day, as it stands now; how it came there is in matter_entry.
create table matter (
  region_code text not null,
  id uuid not null,
  -- What people call it by: 2026-0042.
  number text not null,
  kind text not null,
  workflow text not null,
  title text not null,
  text text not null,
  -- Where it comes from: a published task, a warning, a decision; each raises one matter.
  source jsonb not null,
  source_key text,
  plan_id uuid,
  chapter text,
  meeting_id uuid,
  parent_id uuid,
  steps jsonb not null,
  figure jsonb,
  state text not null,
  phase text not null check (phase in ('open', 'held', 'done', 'ended')),
  waits_for text,
  lead_id uuid,
  due date,
  review_on date,
  -- By what a list is sorted: the day it is due or looked at, far away where there is none.
  due_sort date not null,
  progress double precision,
  grade text,
  marks jsonb not null,
  merged_into uuid,
  -- All that actions change, in the shape of the core.
  standing jsonb not null,
  lamp text,
  slip text,
  -- What the clock set: lamp, since when, last slip.
  signals jsonb not null,
  -- Codes of the lists the schemes put it on.
  lists jsonb not null,
  raised_on date not null,
  raised_by jsonb not null,
  changed_at timestamptz not null,
  revision integer not null,
  primary key (region_code, id),
  unique (region_code, number),
  unique (region_code, source_key)
);
select platform.place('matter', 'distributed', 'document');
create index matter_due on matter (region_code, phase, due_sort, id);
create index matter_waits on matter (region_code, waits_for, due_sort, id);
create index matter_lead on matter (region_code, lead_id, phase);
create index matter_plan on matter (region_code, plan_id);
create index matter_parent on matter (region_code, parent_id);
create index matter_merged on matter (region_code, merged_into);

-- The units of a matter: one lead, any number of others.
create table matter_unit (
  region_code text not null,
  matter_id uuid not null,
  organisation_id uuid not null,
  is_lead boolean not null,
  primary key (region_code, matter_id, organisation_id)
);
select platform.place('matter_unit', 'distributed', 'document');
create index matter_unit_organisation on matter_unit (region_code, organisation_id, matter_id);
create unique index matter_one_lead on matter_unit (region_code, matter_id) where is_lead;

-- What happened, with how the matter stood afterwards; only ever added to.
create table matter_entry (
  region_code text not null,
  matter_id uuid not null,
  position integer not null,
  id uuid not null,
  at timestamptz not null,
  day date not null,
  action text not null,
  name text not null,
  by jsonb not null,
  organisation_id uuid,
  words text,
  evidence jsonb not null,
  standing jsonb not null,
  signals jsonb not null,
  primary key (region_code, matter_id, position)
);
select platform.place('matter_entry', 'distributed', 'document');
create index matter_entry_day on matter_entry (region_code, day, action);

-- Proof. A mistake is withdrawn and stays.
create table matter_evidence (
  region_code text not null,
  id uuid not null,
  matter_id uuid not null,
  kind text not null check (kind in ('file', 'link', 'words')),
  text text not null,
  format text,
  size bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  by jsonb not null,
  organisation_id uuid,
  at timestamptz not null,
  withdrawn jsonb,
  primary key (region_code, id),
  check ((kind = 'file') = (sha256 is not null))
);
select platform.place('matter_evidence', 'distributed', 'document');
create index matter_evidence_matter on matter_evidence (region_code, matter_id);

create table matter_comment (
  region_code text not null,
  id uuid not null,
  matter_id uuid not null,
  at timestamptz not null,
  by jsonb not null,
  text text not null,
  mentions jsonb not null,
  primary key (region_code, id)
);
select platform.place('matter_comment', 'distributed', 'document');
create index matter_comment_matter on matter_comment (region_code, matter_id, at);

-- Who is told what happens to a matter.
create table matter_watch (
  region_code text not null,
  matter_id uuid not null,
  user_id uuid not null,
  primary key (region_code, matter_id, user_id)
);
select platform.place('matter_watch', 'distributed', 'document');

-- The last number given in a year.
create table matter_number (
  region_code text not null,
  year integer not null,
  last integer not null,
  primary key (region_code, year)
);
select platform.place('matter_number', 'distributed', 'document');

-- The days the clock has looked at every matter of a region: none twice.
create table matter_day (
  region_code text not null,
  day date not null,
  primary key (region_code, day)
);
select platform.place('matter_day', 'distributed', 'document');

alter table matter_unit add foreign key (region_code, matter_id) references matter (region_code, id);
alter table matter_entry add foreign key (region_code, matter_id) references matter (region_code, id);
alter table matter_evidence add foreign key (region_code, matter_id) references matter (region_code, id);
alter table matter_comment add foreign key (region_code, matter_id) references matter (region_code, id);
alter table matter_watch add foreign key (region_code, matter_id) references matter (region_code, id);

insert into role_action (role_code, action) values
  ('planner', 'supervise'),
  ('analyst', 'supervise'),
  ('unit', 'handle-matters'),
  ('park', 'handle-matters'),
  ('chain', 'handle-matters'),
  ('investment', 'handle-matters'),
  ('leader', 'hear-escalations');
