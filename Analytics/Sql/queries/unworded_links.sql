-- One row per ticket that joined its failure group by the device and person it shares with the ticket before, though its words alone (cosine below link_asset_ratio) would not have done.
select f.subject, f.description, e.subject as earlier_subject, e.description as earlier_description
from computed.failure_links as l
join computed.failure_members as m on m.ticket_key = l.ticket_key and m.earlier_key = l.earlier_key
join intermediate.failure_reports as f on f.ticket_key = l.ticket_key
join intermediate.failure_reports as e on e.ticket_key = l.earlier_key
cross join reference.settings as s
where l.tier = 'B' and l.score < s.link_asset_ratio and f.asset = e.asset and f.requester = e.requester
order by l.ticket_key
