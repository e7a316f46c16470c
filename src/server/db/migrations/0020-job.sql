-- Work that the program does by itself: now, at a moment, or again after a failure.
create table job (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  -- Of the jobs of a kind with one key only one waits.
  dedupe_key text,
  state text not null check (state in ('waiting', 'running', 'done', 'dead', 'discarded')),
  run_at timestamptz not null,
  -- How often it was begun.
  attempts integer not null check (attempts >= 0),
  -- Whoever runs it holds this; what they write counts only as long as it is theirs.
  lease_id uuid,
  lease_until timestamptz,
  -- Why the last attempt failed.
  problem jsonb,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'running') = (lease_id is not null)),
  check ((lease_id is null) = (lease_until is null)),
  check ((state in ('done', 'dead', 'discarded')) = (ended_at is not null))
);
select platform.place('job', 'local');
create unique index job_waiting_once on job (kind, dedupe_key) where state = 'waiting';
create index job_due on job (run_at, id) where state = 'waiting';
create index job_leased on job (lease_until) where state = 'running';
create index job_ended on job (ended_at);

-- A moment of a schedule that came: none is acted upon twice.
create table schedule_fire (
  schedule text not null,
  fire_at timestamptz not null,
  -- Null for the moment before the schedule was there: nothing was to be done.
  job_id uuid,
  primary key (schedule, fire_at)
);
select platform.place('schedule_fire', 'local');

-- What looking through everything stored found, each time.
create table verification (
  at timestamptz primary key,
  is_sound boolean not null,
  checks jsonb not null
);
select platform.place('verification', 'local');
