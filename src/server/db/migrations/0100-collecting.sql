-- When who owes a report is reminded: working days from the day it is due, below zero before it. The row
-- of the form `*` holds for forms without a row of their own.
create table reminder_rule (
  region_code text not null,
  form text not null,
  days jsonb not null,
  -- From this many working days after it was due the park or town is told of each of its enterprises too.
  escalates_from integer,
  is_active boolean not null,
  by jsonb not null,
  at timestamptz not null,
  why text not null,
  primary key (region_code, form)
);
select platform.place('reminder_rule', 'distributed', 'document');

-- Which unit was reminded of a round, when, and of how many reports.
create table reminder (
  region_code text not null,
  id uuid not null,
  form text not null,
  period text not null,
  day date not null,
  -- Null where a person asked for it.
  days_after integer,
  organisation_id uuid not null,
  reports integer not null check (reports > 0),
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, id)
);
select platform.place('reminder', 'distributed', 'document');
create index reminder_of_round on reminder (region_code, form, period, at);

-- A check a report did not pass when it was handed in, and what came of it: the figures were corrected, or
-- they stayed and a reviewer took the explanation.
create table check_hit (
  region_code text not null,
  report_id uuid not null,
  check_code text not null,
  form text not null,
  period_end integer not null,
  -- It did not hold when the report was last handed in.
  stands boolean not null,
  outcome text check (outcome in ('corrected', 'explained')),
  primary key (region_code, report_id, check_code)
);
select platform.place('check_hit', 'distributed', 'document');
create index check_hit_of_form on check_hit (region_code, form, period_end);

alter table check_hit add foreign key (region_code, report_id)
  references report (region_code, id);

-- How long somebody was at it, as far as the moments of saving tell.
alter table report add column filling_seconds integer not null default 0;
-- Why more was asked than the cap allows.
alter table report_round add column over_cap_why text;
