-- One row per provider, meaning of a first response, month and series (response_attainment, resolve_attainment, tickets): the clients of that meaning together.
-- Columns as in intermediate.trend_series, with response_semantics in the client's place.
select t.provider, b.response_semantics, t.series, t.month,
  case when t.series = 'tickets' then sum(t.value) else sum(t.hit_count) / nullif(sum(t.n), 0)::double end::double as value,
  case when t.series <> 'tickets' then sum(t.hit_count) end::bigint as hit_count, case when t.series <> 'tickets' then sum(t.n) end::bigint as n, bool_and(t.is_charted) as is_charted
from intermediate.trend_series as t
join intermediate.benchmark_semantics as b using (provider, client)
where t.series in ('response_attainment', 'resolve_attainment', 'tickets') and not b.is_survivors_only
group by t.provider, b.response_semantics, t.series, t.month
