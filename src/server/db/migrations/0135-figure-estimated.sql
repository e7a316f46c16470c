-- Which figures rest on estimates is asked wherever figures are shown; few sources are estimates.
create index figure_source_estimated on figure_source (region_code) where cause = 'report-estimated';
