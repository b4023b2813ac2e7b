-- One row per source, field (priority, state, kind or work) and word the source's profile does not know; a row for the source wins over '*'. Stored as a table.
with worded as (
  select source, field, text, value, 1 as rank from raw.reference_vocabulary where source <> '*'
  union all
  select s.source, v.field, v.text, v.value, 2 from raw.reference_vocabulary as v cross join raw.sources as s where v.source = '*'
)
select source, field, lower(trim(text)) as word_key, arg_min(value, rank) as value
from worded
group by source, field, word_key
