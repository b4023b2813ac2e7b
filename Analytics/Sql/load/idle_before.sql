-- One row per load that says nothing any more once the load $load_id is in: the pull before it, if neither brought anything new, changed or rejected.
-- Its tickets are listed by the later one too, which shows them at a later moment; a pull declared full is kept, and so is one that holds rows.
select earlier.load_id
from raw.loads as later
join raw.loads as earlier on earlier.source = later.source and earlier.content = later.content and earlier.file = later.file and earlier.load_id < later.load_id
where later.load_id = $load_id
  and later.new_count + later.changed_count + later.reject_count = 0 and later.full_from_at is null
  and earlier.new_count + earlier.changed_count + earlier.reject_count = 0 and earlier.full_from_at is null
  and earlier.exported_at <= later.exported_at
  and not exists (
    from raw.loads as b
    where b.source = later.source and b.content = later.content and b.load_id > earlier.load_id and b.load_id < later.load_id
  )
  and earlier.load_id not in (select load_id from raw.{table})
  and not exists (
    from raw.listed as l
    where l.load_id = earlier.load_id and l.ticket_id not in (select ticket_id from raw.listed where load_id = later.load_id)
  )
