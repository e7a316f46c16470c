-- Names what is known of a region: another with every change, so that what was computed from it can be
-- kept until then. Null until the next change.
alter table figure_clock add column state uuid;
