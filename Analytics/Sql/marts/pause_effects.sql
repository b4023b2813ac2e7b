-- One row per client, month, window (month, trailing) and promise kind (response, resolve): attainment as the contract counts pauses, had those without a question not counted (supported), and had none (unpaused).
-- paused_count: promised tickets with a pause the contract agrees to; unsupported_count: with one that no question supports. Ratios 0..1 = met / (met + breached); *_low, *_high: Wilson 95 %.
with summed as (
  select provider, client, month, span, promise_kind,
    sum(promised_count)::bigint as promised_count, sum(paused_count)::bigint as paused_count, sum(unsupported_count)::bigint as unsupported_count,
    sum(met_count)::bigint as met_count, sum(breached_count)::bigint as breached_count,
    sum(supported_met_count)::bigint as supported_met_count, sum(supported_breached_count)::bigint as supported_breached_count,
    sum(unpaused_met_count)::bigint as unpaused_met_count, sum(unpaused_breached_count)::bigint as unpaused_breached_count
  from (
    select m.provider, m.client, m.month, 'month' as span, e.* exclude (provider, client, month)
    from intermediate.months as m join intermediate.pause_effects as e using (provider, client, month)
    union all
    select m.provider, m.client, m.month, 'trailing', e.* exclude (provider, client, month)
    from intermediate.months as m
    cross join reference.settings as s
    join intermediate.pause_effects as e
      on e.provider = m.provider and e.client = m.client and e.month between m.month - to_months(s.trailing_months - 1) and m.month
  )
  group by all
)
select provider, client, month, span, promise_kind, promised_count, paused_count, unsupported_count,
  met_count, breached_count, met_count / nullif(met_count + breached_count, 0)::double as attained_ratio,
  computed.wilson_low(met_count, met_count + breached_count) as attained_low, computed.wilson_high(met_count, met_count + breached_count) as attained_high,
  supported_met_count, supported_breached_count, supported_met_count / nullif(supported_met_count + supported_breached_count, 0)::double as supported_ratio,
  computed.wilson_low(supported_met_count, supported_met_count + supported_breached_count) as supported_low,
  computed.wilson_high(supported_met_count, supported_met_count + supported_breached_count) as supported_high,
  unpaused_met_count, unpaused_breached_count, unpaused_met_count / nullif(unpaused_met_count + unpaused_breached_count, 0)::double as unpaused_ratio,
  computed.wilson_low(unpaused_met_count, unpaused_met_count + unpaused_breached_count) as unpaused_low,
  computed.wilson_high(unpaused_met_count, unpaused_met_count + unpaused_breached_count) as unpaused_high
from summed
