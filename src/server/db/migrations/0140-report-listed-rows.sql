-- Rows the reporter listed itself, in the order it listed them: list, code, name, unit.
alter table report add column listed jsonb not null default '[]';
