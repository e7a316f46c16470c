-- When something last became known of a period: at any later moment its sums are what they are now,
-- and need not be made from observations to tell what was known then.
alter table figure_period add column last_known timestamptz;
update figure_period p set last_known = (
  select max(o.known_from) from observation o
  where o.region_code = p.region_code and o.period = p.period
);
