-- With what the programs of neighbours prove themselves. Of the secret only its hash is kept.
create table api_key (
  id uuid primary key,
  region_code text not null,
  name text not null,
  -- The first characters of the secret, to tell keys apart.
  prefix text not null,
  secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  actions jsonb not null,
  -- Codes of the indicators it is for; absent for all.
  indicators jsonb,
  requests_per_minute integer not null check (requests_per_minute > 0),
  made_by jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_by jsonb,
  revoked_at timestamptz,
  last_used_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);
select platform.place('api_key', 'reference');

insert into role_action (role_code, action) values
  ('security-administrator', 'manage-keys'),
  ('planner', 'read-data'),
  ('analyst', 'read-data'),
  ('leader', 'read-data');
