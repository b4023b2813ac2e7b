-- One row per client and day from which its size is as stated. users, endpoints: null where not stated. Stored as a table.
select client, valid_from, users, endpoints
from raw.reference_sizes
