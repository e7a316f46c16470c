-- Kinds of matters and workflows a region made or changed; those of the program hold until it does.
create table matter_definition (
  region_code text not null,
  part text not null check (part in ('kind', 'workflow')),
  code text not null,
  version integer not null,
  content jsonb not null,
  in_force boolean not null,
  by jsonb not null,
  at timestamptz not null,
  why text not null,
  primary key (region_code, part, code, version)
);
select platform.place('matter_definition', 'distributed', 'document');
