-- A key project (重点项目). Its investment is told month by month as figures of the subject of its id.
create table project (
  region_code text not null,
  id uuid not null,
  -- 投资项目统一代码; absent where nobody has applied for it yet.
  code text,
  name text not null,
  stage text not null check (
    stage in ('idea', 'reserve', 'signed', 'building', 'producing', 'halted', 'dropped')),
  -- Units of the region: who answers for it, and the park or town it lies in.
  unit_id uuid,
  place_id uuid,
  enterprise_id uuid,
  content text not null,
  -- In 万元.
  total numeric not null check (total >= 0),
  -- In 亩.
  land numeric check (land >= 0),
  from_period text,
  to_period text,
  year_plans jsonb not null,
  -- Targets, tasks and matters it is for.
  links jsonb not null,
  revision integer not null,
  primary key (region_code, id),
  unique (region_code, code)
);
select platform.place('project', 'distributed', 'document');

create index project_name on project (region_code, name);

insert into role_action (role_code, action) values
  ('planner', 'see-projects'),
  ('planner', 'manage-projects'),
  ('analyst', 'see-projects'),
  ('analyst', 'manage-projects'),
  ('unit', 'see-projects'),
  ('park', 'see-projects'),
  ('chain', 'see-projects'),
  ('investment', 'see-projects'),
  ('investment', 'manage-projects'),
  ('leader', 'see-projects');
