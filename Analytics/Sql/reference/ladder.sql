-- One row per threshold of the response ladder, in seconds: the ladder_* rows of settings.csv. Stored as a table.
select value::bigint as threshold_seconds
from raw.reference_settings
where setting like 'ladder\_%' escape '\'
