-- From where somebody acted; null for what the program did by itself and for what is older than
-- this column. The hash of an entry covers it where it is there.
alter table event add column address text;
create index event_action on event (action, position);
create index event_person on event ((by ->> 'id'), position);
create index event_at on event (at);
