-- Troubles people found that a warning rule should have told: its recall counts them.
create table missed_trouble (
  region_code text not null,
  id uuid not null,
  rule_code text not null,
  subject_kind text not null,
  subject_code text not null,
  period text not null,
  text text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, id),
  unique (region_code, rule_code, subject_kind, subject_code, period)
);
select platform.place('missed_trouble', 'distributed', 'document');
