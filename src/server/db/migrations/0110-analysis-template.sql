-- How a region writes its monthly, quarterly and yearly analysis; the highest version holds, and what it has none of
-- is written as shipped. Only ever added to, so that an analysis as of an earlier day is written as it was then.
create table analysis_template (
  region_code text not null,
  code text not null check (code in ('month', 'quarter', 'year')),
  version integer not null check (version > 0),
  template jsonb not null,
  why text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, code, version)
);
select platform.place('analysis_template', 'distributed', 'document');
