-- What a person set about the way a target goes to its milestones, beside its method; the highest version holds.
create table own_path (
  region_code text not null,
  -- The target in all versions of its plan.
  lineage_id uuid not null,
  version integer not null check (version > 0),
  spread text not null check (spread in ('season', 'calendar')),
  -- [{"period": "2026-06", "value": 400}], in the unit of the target.
  points jsonb not null,
  why text not null,
  by jsonb not null,
  at timestamptz not null,
  primary key (region_code, lineage_id, version)
);
select platform.place('own_path', 'distributed', 'document');

-- What people say a coming period will bring, beside what was computed at that moment: both are kept and scored.
create table said_forecast (
  region_code text not null,
  id uuid not null,
  lineage_id uuid not null,
  period text not null,
  value numeric not null,
  -- The computed forecast of the same period when this was said; absent where there was none.
  computed jsonb,
  why text not null,
  by jsonb not null,
  at timestamptz not null,
  withdrawn_by jsonb,
  withdrawn_at timestamptz,
  primary key (region_code, id),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
select platform.place('said_forecast', 'distributed', 'document');
create index said_forecast_lineage on said_forecast (region_code, lineage_id);
