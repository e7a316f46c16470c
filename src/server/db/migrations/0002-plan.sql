-- A file somebody brought in, and what it says once normalised.
create table document (
  region_code text not null,
  id uuid not null,
  file_name text not null,
  size bigint not null check (size >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  format text,
  state text not null check (state in ('uploaded', 'reading', 'read', 'refused')),
  problem jsonb check ((problem is not null) = (state = 'refused')),
  warnings jsonb not null,
  text text check ((text is not null) = (state = 'read')),
  blocks jsonb check ((blocks is not null) = (state = 'read')),
  -- How often its reading was begun: one that takes the program down is not begun for ever.
  attempts integer not null,
  uploaded_by jsonb not null,
  uploaded_at timestamptz not null,
  primary key (region_code, id)
);

-- A document's plan while people review it.
create table draft (
  region_code text not null,
  id uuid not null,
  document_id uuid not null,
  status text not null check (status in ('reviewing', 'published', 'discarded')),
  meta jsonb not null,
  revision integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_region_code text,
  published_plan_id uuid,
  published_number integer check ((published_number is not null) = (status = 'published')),
  primary key (region_code, id)
);

create table draft_item (
  region_code text not null,
  id uuid not null,
  draft_id uuid not null,
  kind text not null check (kind in ('target', 'task', 'project', 'industry', 'park')),
  position integer not null,
  -- As it was read; null where a person added it.
  read jsonb,
  content jsonb not null,
  citation jsonb not null,
  doubts jsonb not null,
  status text not null check (status in ('pending', 'accepted', 'corrected', 'rejected')),
  revision integer not null,
  changed_by jsonb,
  changed_at timestamptz,
  primary key (region_code, id)
);

create table draft_finding (
  region_code text not null,
  id uuid not null,
  draft_id uuid not null,
  position integer not null,
  rule text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  message text not null,
  arithmetic text,
  expected double precision,
  found double precision,
  citations jsonb not null,
  status text not null check (status in ('open', 'known', 'dismissed')),
  reason text check (reason is not null or status <> 'dismissed'),
  revision integer not null,
  changed_by jsonb,
  changed_at timestamptz,
  primary key (region_code, id)
);

-- A plan under its region; its versions follow one another.
create table plan (
  region_code text not null,
  id uuid not null,
  title text not null,
  latest_version_id uuid not null,
  primary key (region_code, id)
);

-- The draft may have been reviewed in another region than the one the plan is of, so it is named
-- with its region and not by a foreign key.
create table plan_version (
  region_code text not null,
  id uuid not null,
  plan_id uuid not null,
  number integer not null check (number > 0),
  meta jsonb not null,
  document_region_code text,
  document_id uuid,
  draft_id uuid,
  published_by jsonb not null,
  published_at timestamptz not null,
  primary key (region_code, id),
  unique (region_code, plan_id, number)
);

create table plan_target (
  region_code text not null,
  id uuid not null,
  version_id uuid not null,
  -- The same for one target in all versions of its plan.
  lineage_id uuid not null,
  position integer not null,
  indicator text not null,
  category text,
  scope_kind text not null
    check (scope_kind in ('region', 'industry', 'park', 'group', 'enterprise', 'other')),
  scope_name text check ((scope_name is null) = (scope_kind = 'region')),
  attribute text check (attribute in ('预期性', '约束性', '限制性')),
  content jsonb not null,
  citation jsonb,
  -- Where there is no document to cite: the table the figures stand in.
  source_table text,
  path text not null
    check (path in ('geometric', 'linear', 'step', 'floor', 'ceiling', 'cumulative')),
  path_chosen boolean not null,
  revision integer not null,
  primary key (region_code, id),
  unique (region_code, version_id, lineage_id)
);

create table plan_task (
  region_code text not null,
  id uuid not null,
  version_id uuid not null,
  position integer not null,
  text text not null,
  deadline_year integer,
  content jsonb not null,
  citation jsonb,
  source_table text,
  primary key (region_code, id)
);

create table plan_project (
  region_code text not null,
  id uuid not null,
  version_id uuid not null,
  position integer not null,
  name text not null,
  sector text,
  start_year integer,
  end_year integer,
  content jsonb not null,
  citation jsonb,
  source_table text,
  primary key (region_code, id)
);

create table plan_industry (
  region_code text not null,
  id uuid not null,
  version_id uuid not null,
  position integer not null,
  name text not null,
  parent text,
  content jsonb not null,
  citation jsonb,
  source_table text,
  primary key (region_code, id)
);

create table plan_park (
  region_code text not null,
  id uuid not null,
  version_id uuid not null,
  position integer not null,
  name text not null,
  content jsonb not null,
  citation jsonb,
  source_table text,
  primary key (region_code, id)
);

select platform.place('document', 'distributed');
select platform.place('draft', 'distributed', 'document');
select platform.place('draft_item', 'distributed', 'document');
select platform.place('draft_finding', 'distributed', 'document');
select platform.place('plan', 'distributed', 'document');
select platform.place('plan_version', 'distributed', 'document');
select platform.place('plan_target', 'distributed', 'document');
select platform.place('plan_task', 'distributed', 'document');
select platform.place('plan_project', 'distributed', 'document');
select platform.place('plan_industry', 'distributed', 'document');
select platform.place('plan_park', 'distributed', 'document');

alter table draft add foreign key (region_code, document_id) references document;
alter table draft_item add foreign key (region_code, draft_id) references draft;
alter table draft_finding add foreign key (region_code, draft_id) references draft;
alter table plan_version add foreign key (region_code, plan_id) references plan;
alter table plan_target add foreign key (region_code, version_id) references plan_version;
alter table plan_task add foreign key (region_code, version_id) references plan_version;
alter table plan_project add foreign key (region_code, version_id) references plan_version;
alter table plan_industry add foreign key (region_code, version_id) references plan_version;
alter table plan_park add foreign key (region_code, version_id) references plan_version;

create index document_uploaded on document (region_code, uploaded_at);
create index document_content on document (region_code, sha256);
create index draft_document on draft (region_code, document_id);
create index draft_item_order on draft_item (region_code, draft_id, kind, position);
create index draft_finding_order on draft_finding (region_code, draft_id, position);
create index plan_target_lineage on plan_target (region_code, lineage_id);
create index plan_task_version on plan_task (region_code, version_id, position);
create index plan_project_version on plan_project (region_code, version_id, position);
create index plan_industry_version on plan_industry (region_code, version_id, position);
create index plan_park_version on plan_park (region_code, version_id, position);
