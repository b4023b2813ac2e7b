-- One row: the "now" of every report, UTC; null means each source's own data end.
create table computed.as_of (as_of_at timestamp);
