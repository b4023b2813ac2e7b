-- One row per measure (response, resolve), client, month, window (1, comparison or trailing months), clock and priority (null: all together; by priority in the trailing window only).
-- Kaplan-Meier over the tickets created in the window: median and 90th percentile in seconds, 95 % log-log intervals of both; null where not reached.
-- kept_seconds: the time within which keepable_ratio of them were answered: the promise that would have been kept.
create table computed.survival (
  measure varchar not null,
  provider varchar not null,
  client varchar not null,
  month date not null,
  window_months integer not null,
  clock varchar not null,
  priority smallint,
  ticket_count bigint not null,
  answered_count bigint not null,
  median_seconds bigint,
  p90_seconds bigint,
  median_low bigint,
  median_high bigint,
  p90_low bigint,
  p90_high bigint,
  kept_seconds bigint
);
