-- From which enterprise another came, by merging or by splitting off.
create table enterprise_descent (
  region_code text not null,
  origin_id uuid not null,
  successor_id uuid not null,
  kind text not null check (kind in ('merged', 'split')),
  day date not null,
  primary key (region_code, origin_id, successor_id, kind),
  check (origin_id <> successor_id)
);
select platform.place('enterprise_descent', 'distributed', 'document');
create index enterprise_descent_successor on enterprise_descent (region_code, successor_id);

alter table enterprise_descent add foreign key (region_code, origin_id)
  references enterprise (region_code, id);
alter table enterprise_descent add foreign key (region_code, successor_id)
  references enterprise (region_code, id);
