-- One row per client, month, promise kind and priority (null: all together), over the trailing_months ending with that month.
-- Columns as in marts.attainment.
select * exclude (is_trailing)
from intermediate.attainment_ratios
where is_trailing
