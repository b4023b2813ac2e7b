-- One row per business constant in force: its value and unit, as data/reference/settings.csv or the reader's own has it.
select setting, value, unit
from raw.reference_settings
