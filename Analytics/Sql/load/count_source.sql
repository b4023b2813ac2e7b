-- One row: the rows a source holds in a table.
select count(*) as held_count from raw.{table} where source = $source
