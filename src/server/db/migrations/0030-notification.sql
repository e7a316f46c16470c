-- What one user is told, once for each of them.
create table notification (
  region_code text not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  -- What its text is filled with; the text itself is put into words on the screen.
  content jsonb not null,
  subject_kind text not null,
  subject_id text not null,
  -- A page of this program.
  link text not null check (link like '/%'),
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (region_code, id)
);
select platform.place('notification', 'distributed', 'document');
create index notification_of_user on notification (region_code, user_id, created_at);

-- The kinds somebody does not want to be told of.
create table notification_muted (
  user_id uuid not null,
  kind text not null,
  primary key (user_id, kind)
);
select platform.place('notification_muted', 'reference');
alter table notification_muted add foreign key (user_id) references app_user;
