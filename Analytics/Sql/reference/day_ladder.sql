-- One row per threshold of the response ladder in business days (0: the same day): the day_ladder_* rows of settings.csv. Stored as a table.
select value::integer as business_days
from raw.reference_settings
where setting like 'day\_ladder\_%' escape '\'
