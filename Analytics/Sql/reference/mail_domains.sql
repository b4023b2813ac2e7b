-- One row per mail domain of a client, lower case. Stored as a table.
select distinct lower(unnest(string_split_regex(trim(mail_domains), '[\s;,]+'))) as mail_domain, client
from raw.reference_clients
where trim(mail_domains) <> ''
