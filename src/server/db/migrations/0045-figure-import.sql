-- A workbook or csv file from which figures are taken; its content lies among the files.
create table figure_import (
  region_code text not null,
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  size bigint not null,
  format text not null check (format in ('xlsx', 'csv')),
  state text not null check (state in ('open', 'applied', 'undone', 'discarded')),
  -- What people said of its tables, by table.
  decisions jsonb not null,
  -- Tables whose mapping a person confirmed, with the layout each was recognised by.
  confirmed jsonb not null,
  recognised jsonb not null,
  -- How many figures were new, changed, unchanged and so on when it was applied.
  counts jsonb,
  revision integer not null,
  uploaded_by jsonb not null,
  uploaded_at timestamptz not null,
  ended_by jsonb,
  ended_at timestamptz,
  primary key (region_code, id),
  check ((state = 'open') = (ended_at is null)),
  check ((ended_at is null) = (ended_by is null))
);
select platform.place('figure_import', 'distributed', 'document');
create index figure_import_uploaded on figure_import (region_code, uploaded_at);

-- The sheets of a file as they were read.
create table figure_import_sheet (
  region_code text not null,
  import_id uuid not null,
  position integer not null,
  grid jsonb not null,
  primary key (region_code, import_id, position)
);
select platform.place('figure_import_sheet', 'distributed', 'document');

-- What an import changed, and what had been known before, so that it can be taken back as one act.
create table figure_import_change (
  region_code text not null,
  import_id uuid not null,
  position integer not null,
  subject_kind text not null,
  subject_code text not null,
  indicator text not null,
  period text not null,
  value numeric,
  base numeric,
  -- Value, base, gap and source; absent where nothing was known.
  before jsonb,
  primary key (region_code, import_id, position)
);
select platform.place('figure_import_change', 'distributed', 'document');

-- A layout somebody confirmed, by which the same sheet is recognised next month.
create table sheet_layout (
  region_code text not null,
  id uuid not null,
  name text not null,
  fingerprint text not null,
  -- What the lines of the table mean, by their labels; no period.
  decisions jsonb not null,
  -- Labels of its rows, to tell tables with the same heads apart.
  row_keys jsonb not null,
  uses integer not null,
  confirmed_by jsonb not null,
  confirmed_at timestamptz not null,
  primary key (region_code, id)
);
select platform.place('sheet_layout', 'distributed', 'document');
create index sheet_layout_fingerprint on sheet_layout (region_code, fingerprint);

alter table figure_import_sheet add foreign key (region_code, import_id) references figure_import;
alter table figure_import_change add foreign key (region_code, import_id) references figure_import;
