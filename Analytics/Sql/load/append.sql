-- One row per row of the file that could be read; the rows come from the program, on several threads.
insert into raw.{table} by name
select $load_id as load_id, $source as source, * from rows_of_file($scan)
