-- What an indicator is, version by version. Only ever added to: of those that hold for a period the
-- highest counts.
create table indicator_version (
  code text not null,
  version integer not null check (version > 0),
  definition jsonb not null,
  -- It came with the program; what a person wrote is never replaced by it.
  shipped boolean not null,
  at timestamptz not null,
  by jsonb check ((by is null) = shipped),
  why text check ((why is null) = shipped),
  -- In order of time: the last one names the state the whole library is in.
  id uuid not null unique,
  primary key (code, version)
);
select platform.place('indicator_version', 'reference');

-- One row a region, held while something becomes known: no two changes are known from one moment,
-- and none from before another that was seen already. It also counts series and sources.
create table figure_clock (
  region_code text not null,
  known_from timestamptz not null,
  series integer not null,
  sources integer not null,
  primary key (region_code)
);

-- The submission, document, file or person from which figures became known at one moment.
create table figure_source (
  region_code text not null,
  id integer not null,
  kind text not null check (kind in ('submission', 'document', 'sheet', 'person', 'exchange')),
  reference text not null,
  known_from timestamptz not null,
  by jsonb not null,
  cause text not null,
  why text,
  primary key (region_code, id)
);

-- One indicator of one subject. Small numbers stand for both in the millions of observations.
create table figure_series (
  region_code text not null,
  id integer not null,
  subject_kind text not null check (subject_kind in (
    'region', 'park', 'town', 'industry', 'chain', 'size', 'tag', 'enterprise', 'project')),
  subject_code text not null,
  indicator text not null,
  primary key (region_code, id),
  unique (region_code, indicator, subject_kind, subject_code)
);

-- The periods of which anything is known, so that all of a series is found through its periods.
create table figure_period (
  region_code text not null,
  period text not null,
  -- The last month: twelve times the year and the month.
  ends integer not null,
  primary key (region_code, period)
);

-- What was made known of a series and a period, and when. Only ever added to: the latest row counts.
-- The period comes first, because figures arrive and are read by period. No foreign keys: they double
-- the time of an import; `jingwei verify` looks for rows without their series.
create table observation (
  region_code text not null,
  period text not null,
  series_id integer not null,
  known_from timestamptz not null,
  -- As in figure_period.
  ends integer not null,
  source_id integer not null,
  value numeric,
  base numeric,
  gap text check (gap is null or value is null),
  -- The cell or span in the source.
  place text,
  primary key (region_code, period, series_id, known_from)
);

-- The present sum of the members of a subject. Kept by difference whenever something becomes known.
create table kept_sum (
  region_code text not null,
  period text not null,
  series_id integer not null,
  value numeric not null,
  -- Of those that told 上年同期: their value, their 上年同期, their number.
  matched numeric not null,
  base numeric not null,
  matched_count integer not null,
  count integer not null,
  primary key (region_code, period, series_id)
);

-- For whom the figures of an enterprise or project count, and since when that is known.
create table membership (
  region_code text not null,
  subject_kind text not null check (subject_kind in ('enterprise', 'project')),
  subject_code text not null,
  dimension text not null
    check (dimension in ('park', 'town', 'industry', 'chain', 'size', 'tag')),
  member text not null,
  from_period text not null,
  known_from timestamptz not null,
  -- When other memberships became known in its place.
  known_to timestamptz,
  to_period text,
  -- The last months of both periods, counted as in figure_period.
  first_end integer not null,
  last_end integer check (last_end >= first_end),
  share numeric not null check (share > 0 and share <= 1),
  primary key (region_code, subject_kind, subject_code, dimension, member, from_period, known_from)
);

select platform.place('figure_clock', 'distributed', 'document');
select platform.place('figure_source', 'distributed', 'document');
select platform.place('figure_series', 'distributed', 'document');
select platform.place('figure_period', 'distributed', 'document');
select platform.place('observation', 'distributed', 'document');
select platform.place('kept_sum', 'distributed', 'document');
select platform.place('membership', 'distributed', 'document');

create index figure_series_subject on figure_series (region_code, subject_kind, subject_code);
create index figure_source_reference on figure_source (region_code, reference);
create index observation_source on observation (region_code, source_id);
create index membership_member on membership (region_code, dimension, member);

insert into role_action (role_code, action) values
  ('planner', 'define-indicators'),
  ('analyst', 'define-indicators'),
  ('analyst', 'record-figures');
