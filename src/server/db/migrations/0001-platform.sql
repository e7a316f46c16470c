create schema platform;

-- Declares how a table lies on several machines: 'reference' is copied to each, 'distributed' is
-- spread by its region, 'local' stays on the coordinator. Without Citus it does nothing.
create function platform.place(tbl regclass, kind text, colocate text default null)
returns void language plpgsql as $$
begin
  if to_regprocedure('create_reference_table(regclass)') is null then
    return;
  end if;
  if kind = 'reference' then
    execute format('select create_reference_table(%L)', tbl);
  elsif kind = 'distributed' and colocate is null then
    execute format('select create_distributed_table(%L, %L)', tbl, 'region_code');
  elsif kind = 'distributed' then
    execute format(
      'select create_distributed_table(%L, %L, colocate_with := %L)', tbl, 'region_code', colocate
    );
  end if;
end
$$;

create table region (
  code text primary key,
  name text not null,
  -- Plans and figures of the region are invented and shown as such.
  simulated boolean not null
);
select platform.place('region', 'reference');

-- Who did what, when, with what before and after, and why. Only ever added to.
create table event (
  region_code text not null,
  id uuid not null,
  at timestamptz not null,
  by jsonb not null,
  action text not null,
  -- What the change belongs to as a whole: a draft, a plan, a document.
  subject_id uuid not null,
  entity_kind text not null,
  entity_id uuid not null,
  before jsonb,
  after jsonb,
  why text,
  primary key (region_code, id)
);
select platform.place('event', 'local');
create index event_subject on event (region_code, subject_id, at);
