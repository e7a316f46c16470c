-- Names what is known of one indicator in a region: the state of the clock that changed it last. What was
-- computed from some indicators can be kept while something becomes known of others.
create table figure_indicator (
  region_code text not null,
  indicator text not null,
  state uuid not null,
  primary key (region_code, indicator)
);
select platform.place('figure_indicator', 'distributed', 'document');

-- The same for what every indicator follows from: for whom figures count, and which series there are.
alter table figure_clock add column members uuid;
