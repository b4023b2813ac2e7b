-- One row per client and month, and (month null) per client of the reference data without any ticket: how much support it needs, and how soon. DECISIONS.md, "Intensity". Stored as a table.
-- Over the intensity_months that end with the month: fault_count and request_count per user and month, with exact intervals; null without users or without a ticket that says what kind it is.
-- urgent_ratio: of the faults with a priority, those of 1 or 2, 0..1, with Wilson bounds. needed_seconds, open_hours, promised_seconds, covered_hours: as in intermediate.needs.
-- load_class: of fewer than load_n faults only where the whole interval is of one class. load_class, immediacy_class, intensity_class (the higher): very_low, normal, high; *_basis: tickets, stated (expectations, opening hours, urgent share) or answers (the client's own to the twelve questions).
-- setup_class: what the promises in force serve: the lower of how soon and in which hours. fit: fits, slower (than the immediacy needs), none_promised; null where the need is not known.
-- faults_shrunk: faults_per_user_month drawn towards that of the provider's clients, the more the fewer its user-months; tercile: 1 to 3 among them by it, from twelve clients on that differ by more than chance; context only.
with sized as (
  select c.provider, c.client, f.month, f.month_count, f.user_months, f.users, f.endpoints, f.fault_count, f.request_count, f.urgent_count, f.rated_count
  from reference.clients as c
  left join intermediate.fault_counts as f using (provider, client)
),
measured as (
  select z.*, n.needed_seconds, n.open_hours, n.promised_seconds, n.covered_hours,
    z.fault_count / nullif(z.user_months, 0)::double as faults_per_user_month, i.low / nullif(z.user_months, 0) as faults_low, i.high / nullif(z.user_months, 0) as faults_high,
    z.request_count / nullif(z.user_months, 0)::double as requests_per_user_month,
    z.urgent_count / nullif(z.rated_count, 0)::double as urgent_ratio, computed.wilson_low(z.urgent_count, z.rated_count) as urgent_low, computed.wilson_high(z.urgent_count, z.rated_count) as urgent_high,
    r.faults_per_user_month as faults_shrunk, r.is_spread, l.class as load_answered, m.class as immediacy_answered
  from sized as z
  left join computed.count_intervals as i on i.count = z.fault_count
  left join computed.shrunk_rates as r on r.provider = z.provider and r.client = z.client and r.month = z.month
  left join intermediate.needs as n on n.client = z.client and n.month is not distinct from z.month
  left join intermediate.self_assessments as l on l.client = z.client and l.axis = 'load'
  left join intermediate.self_assessments as m on m.client = z.client and m.axis = 'immediacy'
),
judged as (
  select m.*,
    case
      when fault_count < s.load_n and not (faults_high < s.load_normal_rate or faults_low >= s.load_normal_rate and faults_high <= s.load_high_rate or faults_low > s.load_high_rate) then null
      when faults_per_user_month < s.load_normal_rate then 0
      when faults_per_user_month <= s.load_high_rate then 1
      when faults_per_user_month is not null then 2
    end as load_measured,
    greatest(
      case when needed_seconds <= s.immediacy_high_seconds then 2 when needed_seconds <= s.immediacy_normal_seconds then 1 when needed_seconds is not null then 0 end,
      case when open_hours >= s.immediacy_high_hours then 2 when open_hours >= s.immediacy_normal_hours then 1 when open_hours is not null then 0 end,
      case when urgent_low > s.urgent_high_ratio then 2 end) as immediacy_stated,
    case when promised_seconds <= s.immediacy_high_seconds then 2 when promised_seconds <= s.immediacy_normal_seconds then 1 when promised_seconds is not null then 0 end as promise_class,
    case when covered_hours >= s.immediacy_high_hours then 2 when covered_hours >= s.immediacy_normal_hours then 1 when covered_hours is not null then 0 end as cover_class
  from measured as m
  cross join reference.settings as s
),
classed as (
  select *, coalesce(load_measured, load_answered) as load, coalesce(immediacy_stated, immediacy_answered) as immediacy,
    case when promise_class is not null and cover_class is not null then least(promise_class, cover_class) end as setup
  from judged
)
select provider, client, month, month_count, users, endpoints, user_months, fault_count, faults_per_user_month, faults_low, faults_high, request_count, requests_per_user_month,
  urgent_ratio, urgent_low, urgent_high, rated_count, needed_seconds, open_hours, promised_seconds, covered_hours,
  computed.intensity_name(load) as load_class, case when load_measured is not null then 'tickets' when load_answered is not null then 'answers' end as load_basis,
  computed.intensity_name(immediacy) as immediacy_class, case when immediacy_stated is not null then 'stated' when immediacy_answered is not null then 'answers' end as immediacy_basis,
  computed.intensity_name(greatest(load, immediacy)) as intensity_class,
  computed.intensity_name(load_answered) as answered_load_class, computed.intensity_name(immediacy_answered) as answered_immediacy_class,
  computed.intensity_name(setup) as setup_class,
  case
    when immediacy is null then null
    when promised_seconds is null then case when immediacy > 0 then 'none_promised' else 'fits' end
    when setup is null then null
    when setup < immediacy then 'slower'
    else 'fits'
  end as fit,
  faults_shrunk, case when count(faults_shrunk) over (partition by provider, month) >= 12 and is_spread and faults_shrunk is not null
    then ntile(3) over (partition by provider, month, faults_shrunk is null order by faults_shrunk, client) end as tercile
from classed
