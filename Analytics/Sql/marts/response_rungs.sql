-- One row per client, month and span (month; trailing: the trailing_months ending with it): one promise of a first response, kept by four meanings of it side by side.
-- automatic_* a machine's reply, touched_* a change of state or assignment, human_* a person's first message, substantive_* the first that says something (inferred from its words).
-- *_met_count + *_breached_count + *_running_count + *_unknown_count = promised_count; *_attained_ratio = met / (met + breached), 0..1, with its Wilson 95 % interval; null where nothing is decided.
-- unknown: the export does not show that rung. is_upper_bound: as in marts.attainment. DECISIONS.md, "Response ladder".
with counts as (
  from intermediate.rung_counts
),
rungs as (
  pivot counts
  on rung in ('automatic', 'touched', 'human', 'substantive')
  using any_value(met_count) as met_count, any_value(breached_count) as breached_count, any_value(running_count) as running_count, any_value(unknown_count) as unknown_count,
    any_value(met_count / nullif(met_count + breached_count, 0)::double) as attained_ratio,
    any_value(computed.wilson_low(met_count, met_count + breached_count)) as wilson_low,
    any_value(computed.wilson_high(met_count, met_count + breached_count)) as wilson_high
  group by provider, client, month, span, promised_count
)
select r.*, l.is_survivors_only as is_upper_bound
from rungs as r
join intermediate.client_selections as l using (provider, client)
