-- One row per measure (response, resolve, reply), client, month, window (1, comparison or trailing months), clock (client, client_open, contract), dimension
-- (priority, kind; in the trailing window only; null: all together) and value of it (the priority, the place of the kind in computed.kinds; 0: none stated).
-- Kaplan-Meier over the tickets created in the window: median and 90th percentile in seconds, 95 % log-log intervals of both; null where not reached.
-- closed_unanswered_count: of ticket_count, closed with no recorded answer: they stay in as never answered.
-- kept_seconds: the time within which keepable_ratio of them were answered: the promise that would have been kept.
create table computed.survival (
  measure varchar not null,
  provider varchar not null,
  client varchar not null,
  month date not null,
  window_months integer not null,
  clock varchar not null,
  dimension varchar,
  value_number smallint,
  ticket_count bigint not null,
  answered_count bigint not null,
  closed_unanswered_count bigint not null,
  median_seconds bigint,
  p90_seconds bigint,
  median_low bigint,
  median_high bigint,
  p90_low bigint,
  p90_high bigint,
  kept_seconds bigint
);
