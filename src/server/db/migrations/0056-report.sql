-- A form as a region uses it, version by version; of those that hold for a period the highest counts.
create table form_version (
  region_code text not null,
  code text not null,
  version integer not null check (version > 0),
  form jsonb not null,
  -- It came with the program.
  shipped boolean not null,
  -- The first period it is used for; null for the beginning of time. `from_end` orders it in time.
  from_period text,
  from_end integer not null,
  is_active boolean not null,
  at timestamptz not null,
  by jsonb check ((by is null) = shipped),
  why text check ((why is null) = shipped),
  primary key (region_code, code, version)
);
select platform.place('form_version', 'distributed', 'document');

-- A form asked of everybody who owes it for a period.
create table report_round (
  region_code text not null,
  form text not null,
  period text not null,
  period_end integer not null,
  version integer not null,
  due date not null,
  opened_by jsonb not null,
  opened_at timestamptz not null,
  primary key (region_code, form, period)
);
select platform.place('report_round', 'distributed', 'document');

-- What one reporter was asked for and told.
create table report (
  region_code text not null,
  id uuid not null,
  form text not null,
  version integer not null,
  period text not null,
  period_end integer not null,
  due date not null,
  -- What its figures are about, and who tells them where that is not the subject itself.
  subject_kind text not null,
  subject_code text not null,
  enterprise_id uuid,
  organisation_id uuid,
  title text not null,
  state text not null check (state in ('open', 'submitted', 'returned', 'accepted')),
  waits_for text check (waits_for in ('park', 'region')),
  -- By row and column, exact decimals as text; and the revision each was last changed with.
  cells jsonb not null,
  cell_revisions jsonb not null,
  explanations jsonb not null,
  -- What was made known of it: the accepted or the estimated cells.
  known_cells jsonb,
  is_estimated boolean not null,
  hard_hits integer not null,
  soft_hits integer not null,
  submitted_on date,
  submitted_at timestamptz,
  reviewed_at timestamptz,
  accepted_at timestamptz,
  changed_at timestamptz,
  revision integer not null,
  primary key (region_code, id),
  unique (region_code, form, period, subject_kind, subject_code),
  check ((state = 'submitted') = (waits_for is not null))
);
select platform.place('report', 'distributed', 'document');
create index report_subject on report (region_code, subject_kind, subject_code, form);
create index report_state on report (region_code, state, form, period);

-- Why a report went back, by cell.
create table report_remark (
  region_code text not null,
  report_id uuid not null,
  position integer not null,
  cell text,
  text text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, report_id, position)
);
select platform.place('report_remark', 'distributed', 'document');

-- What happened to a report, in order.
create table report_act (
  region_code text not null,
  report_id uuid not null,
  position integer not null,
  act text not null,
  by jsonb not null,
  at timestamptz not null,
  text text,
  primary key (region_code, report_id, position)
);
select platform.place('report_act', 'distributed', 'document');

-- How many cells may be asked of one reporter in a month.
create table burden_cap (
  region_code text not null,
  cells integer not null check (cells > 0),
  by jsonb not null,
  at timestamptz not null,
  why text not null,
  primary key (region_code)
);
select platform.place('burden_cap', 'distributed', 'document');

alter table report add foreign key (region_code, form, period)
  references report_round (region_code, form, period);
alter table report_remark add foreign key (region_code, report_id)
  references report (region_code, id);
alter table report_act add foreign key (region_code, report_id)
  references report (region_code, id);
