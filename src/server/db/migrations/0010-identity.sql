-- Whoever has an account. Without a password nobody signs in; a code told once sets one.
create table app_user (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  state text not null check (state in ('invited', 'active', 'disabled')),
  -- Argon2id in the PHC form.
  password_hash text check (password_hash like '$argon2id$%'),
  must_change_password boolean not null,
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  code_expires_at timestamptz,
  totp_secret text,
  totp_confirmed boolean not null,
  -- The last time step a code was taken of: none is taken twice.
  totp_step bigint not null,
  -- Hashes of the codes that replace the authenticator once.
  recovery_codes jsonb not null,
  -- Who began a recovery that nobody else confirmed yet.
  recovered_by uuid,
  -- The region spoken for last.
  region_code text not null,
  created_at timestamptz not null,
  check (state <> 'active' or password_hash is not null),
  check ((code_hash is null) = (code_expires_at is null)),
  check (not totp_confirmed or totp_secret is not null)
);
select platform.place('app_user', 'reference');

create table password_history (
  user_id uuid not null,
  set_at timestamptz not null,
  password_hash text not null,
  primary key (user_id, set_at)
);
select platform.place('password_history', 'reference');

-- A browser that is signed in; the token itself is only in its cookie.
create table session (
  id uuid primary key,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  user_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null
);
select platform.place('session', 'local');
create index session_of_user on session (user_id);

-- Attempts to sign in that did not succeed, for logins that exist and for others alike.
create table sign_in_attempt (
  login_hash text primary key check (login_hash ~ '^[0-9a-f]{64}$'),
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
select platform.place('sign_in_attempt', 'local');

-- Roles are shipped as rows: the program knows actions, not roles.
create table role (
  code text primary key,
  name text not null,
  kind text not null check (kind in ('business', 'system', 'security', 'audit'))
);
select platform.place('role', 'reference');

create table role_action (
  role_code text not null,
  action text not null,
  primary key (role_code, action)
);
select platform.place('role_action', 'reference');

create table role_grant (
  id uuid primary key,
  user_id uuid not null,
  role_code text not null,
  -- And all below it; 000000 is the whole country.
  region_code text not null,
  valid_from date not null,
  valid_to date,
  granted_by jsonb not null,
  granted_at timestamptz not null,
  check (valid_to is null or valid_to >= valid_from)
);
select platform.place('role_grant', 'reference');
create index role_grant_user on role_grant (user_id);

alter table password_history add foreign key (user_id) references app_user;
alter table session add foreign key (user_id) references app_user;
alter table role_action add foreign key (role_code) references role;
alter table role_grant add foreign key (user_id) references app_user;
alter table role_grant add foreign key (role_code) references role;

insert into role (code, name, kind) values
  ('planner', '规划科', 'business'),
  ('analyst', '运行科', 'business'),
  ('unit', '牵头、责任单位', 'business'),
  ('park', '园区管委会、镇街', 'business'),
  ('chain', '链长、专班', 'business'),
  ('investment', '招商部门', 'business'),
  ('leader', '领导', 'business'),
  ('system-administrator', '系统管理员', 'system'),
  ('security-administrator', '安全管理员', 'security'),
  ('audit-administrator', '审计管理员', 'audit');

insert into role_action (role_code, action) values
  ('planner', 'read'),
  ('planner', 'import'),
  ('planner', 'review'),
  ('planner', 'publish'),
  ('analyst', 'read'),
  ('unit', 'read'),
  ('park', 'read'),
  ('chain', 'read'),
  ('investment', 'read'),
  ('leader', 'read'),
  ('system-administrator', 'operate'),
  ('system-administrator', 'see-users'),
  ('system-administrator', 'manage-users'),
  ('security-administrator', 'see-users'),
  ('security-administrator', 'grant-roles'),
  ('security-administrator', 'confirm-recovery'),
  ('audit-administrator', 'see-users'),
  ('audit-administrator', 'confirm-recovery'),
  ('audit-administrator', 'read-log');
