-- Who fills in, reviews, asks and designs.
insert into role_action (role_code, action) values
  ('planner', 'see-reports'),
  ('analyst', 'see-reports'),
  ('analyst', 'fill-reports'),
  ('analyst', 'review-reports'),
  ('analyst', 'open-rounds'),
  ('analyst', 'define-forms'),
  ('unit', 'see-reports'),
  ('unit', 'fill-reports'),
  ('park', 'see-reports'),
  ('park', 'fill-reports'),
  ('park', 'review-reports'),
  ('leader', 'see-reports'),
  ('enterprise', 'see-reports'),
  ('enterprise', 'fill-reports');
