-- One row per client, as clients.csv says now. Stored as a table.
select client, provider, zone, calendar, users, endpoints, mail_domains, note
from raw.reference_clients
