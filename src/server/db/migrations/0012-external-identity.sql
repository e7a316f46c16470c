-- Somebody a provider of OpenID Connect vouched for, whether an account is theirs or not yet.
create table external_identity (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  -- As the provider told them last.
  name text not null,
  login text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  user_id uuid,
  -- Who gave it an account, and who else confirmed it: before that nobody signs in by it.
  linked_by jsonb,
  confirmed_by jsonb,
  unique (issuer, subject),
  check ((user_id is null) = (linked_by is null)),
  check (confirmed_by is null or linked_by is not null)
);
select platform.place('external_identity', 'reference');
create index external_identity_user on external_identity (user_id);

-- A sign-in at the provider that has begun and not come back: taken up once, by the browser that
-- began it.
create table sign_in_flow (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  state text not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null
);
select platform.place('sign_in_flow', 'local');

alter table external_identity add foreign key (user_id) references app_user;
