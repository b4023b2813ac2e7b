-- One row per expectation a client stated; it runs on the client's clock. Columns as in reference.promises. Stored as a table.
select client, priority, promise_kind, expectation, seconds,
  coalesce(valid_from, date '0001-01-01') as valid_from,
  coalesce(valid_to, date '9999-12-31') as valid_to
from raw.reference_expectations
