-- One row: the rows of a load whose own id the source had before, so that they are a later version of it.
select count(*) as changed_count
from raw.{table}
where load_id = $load_id
  and {id} in (select {id} from raw.{table} where source = $source and load_id <> $load_id and {id} is not null)
