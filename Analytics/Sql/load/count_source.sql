-- One row: the versions a source holds.
select count(*) as version_count from raw.tickets where source = $source
