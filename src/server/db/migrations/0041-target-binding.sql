-- By which indicator of which subject a target is measured, in all versions of its plan.
create table target_binding (
  region_code text not null,
  lineage_id uuid not null,
  indicator text not null,
  subject_kind text not null,
  subject_code text not null,
  confirmed_by jsonb not null,
  confirmed_at timestamptz not null,
  primary key (region_code, lineage_id)
);
select platform.place('target_binding', 'distributed', 'document');
create index target_binding_indicator on target_binding (region_code, indicator);
