-- One row per client, month, span (month; trailing: the trailing_months ending with it) and view (assigned, final): the priorities the client set against the provider's.
-- ticket_count: both known. lowered: the provider's is less urgent; raised: more urgent; shares 0..1 of ticket_count with Wilson 95 % intervals.
-- kappa_*: agreement beyond chance, -1..1, with standard errors; null below kappa_n tickets or where a side uses one level. sign_p: lowered against raised, two-sided.
with counts as (
  select provider, client, month, span, view,
    sum(ticket_count)::bigint as ticket_count,
    coalesce(sum(ticket_count) filter (priority > priority_asked), 0)::bigint as lowered_count,
    coalesce(sum(ticket_count) filter (priority < priority_asked), 0)::bigint as raised_count
  from marts.priority_matrix
  group by all
)
select
  provider, client, month, c.span, c.view, c.ticket_count, c.lowered_count, c.raised_count,
  c.lowered_count / c.ticket_count::double as lowered_ratio,
  computed.wilson_low(c.lowered_count, c.ticket_count) as lowered_low, computed.wilson_high(c.lowered_count, c.ticket_count) as lowered_high,
  c.raised_count / c.ticket_count::double as raised_ratio,
  computed.wilson_low(c.raised_count, c.ticket_count) as raised_low, computed.wilson_high(c.raised_count, c.ticket_count) as raised_high,
  a.kappa_linear, a.kappa_linear_error, a.kappa_quadratic, a.kappa_quadratic_error, a.sign_p
from counts as c
join computed.agreements as a using (provider, client, month, span, view)
