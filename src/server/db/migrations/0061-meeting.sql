-- A meeting with its agenda, what was said and decided. Its decisions become matters when it is closed.
create table meeting (
  region_code text not null,
  id uuid not null,
  day date not null,
  state text not null check (state in ('planned', 'closed')),
  content jsonb not null,
  revision integer not null,
  changed_by jsonb not null,
  changed_at timestamptz not null,
  primary key (region_code, id)
);
select platform.place('meeting', 'distributed', 'document');
create index meeting_day on meeting (region_code, day);
