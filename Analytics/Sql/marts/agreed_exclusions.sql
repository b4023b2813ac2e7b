-- One row per line of agreed_exclusions.csv: a ticket a side wants left out of attainment.
-- state: counts (both agreed: it is left out in attainment_excluded), refused (a side said no), awaited (a side has not said), not_found (no counted ticket of a known client; then provider, client and month are null).
-- agreed_by_client, agreed_by_provider: null: not said yet. *_outcome as in marts.tickets.
select t.provider, t.client, t.month, e.source, e.ticket_id, t.number, t.subject, e.reason as excluded_for, e.agreed_by_client, e.agreed_by_provider,
  case
    when t.client is null then 'not_found'
    when e.agreed_by_client and e.agreed_by_provider then 'counts'
    when not e.agreed_by_client or not e.agreed_by_provider then 'refused'
    else 'awaited'
  end as state,
  t.response_outcome, t.resolve_outcome
from raw.reference_agreed_exclusions as e
left join marts.tickets as t on t.source = e.source and t.ticket_id = e.ticket_id and t.is_counted and t.client is not null
