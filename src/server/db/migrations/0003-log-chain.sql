-- Each entry of the log carries the hash of the one before it: none can be changed, left out or put
-- in without every later hash telling.
alter table event add column position bigint not null;
alter table event add column previous text not null check (previous ~ '^[0-9a-f]{64}$');
alter table event add column hash text not null check (hash ~ '^[0-9a-f]{64}$');
create index event_position on event (position);

-- The end of the chain. Whoever adds to the log holds this row until the transaction ends.
create table event_head (
  id integer primary key check (id = 1),
  position bigint not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
select platform.place('event_head', 'local');
insert into event_head (id, position, hash) values (1, 0, repeat('0', 64));

-- The end of the chain as it was at a moment, signed with the installation's key: somebody who
-- writes to the tables directly could compute the hashes anew, but not the signatures.
create table event_checkpoint (
  position bigint primary key,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signature text not null,
  at timestamptz not null
);
select platform.place('event_checkpoint', 'local');
