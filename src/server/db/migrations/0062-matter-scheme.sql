-- Lamps and slips a region put in force or took out of it; those of the program hold until it does.
create table matter_scheme (
  region_code text not null,
  code text not null,
  version integer not null,
  content jsonb not null,
  in_force boolean not null,
  by jsonb not null,
  at timestamptz not null,
  why text not null,
  primary key (region_code, code, version)
);
select platform.place('matter_scheme', 'distributed', 'document');

-- Days on which a region works or rests by its own decision.
create table calendar_day (
  region_code text not null,
  day date not null,
  is_working boolean not null,
  name text not null,
  primary key (region_code, day)
);
select platform.place('calendar_day', 'distributed', 'document');
