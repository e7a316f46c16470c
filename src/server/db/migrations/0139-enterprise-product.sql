-- What its products make of it: name, share, tags told by share, from when to when.
alter table enterprise add column product_shares jsonb not null default '[]';
