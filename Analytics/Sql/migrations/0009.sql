-- Version 9: what was agreed and said at the meetings.
-- One row per action agreed at a meeting. side: client or provider, who does it; owner: who of them; due, done_on: days, null: not stated, not done.
create table raw.reference_actions (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  agreed_on date not null,
  side varchar not null,
  owner varchar,
  action varchar not null,
  due date,
  done_on date,
  note varchar
);
-- One row per thing a side said of a ticket (source, ticket_id), a failure (failure_group_id) or a month (its first day); one of the three.
-- said_by: client or provider. cause: why the ticket was late, one of the codes of data/reference/README.md; null: not said. comment null: a cause and no more.
create table raw.reference_comments (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  source varchar,
  ticket_id varchar,
  failure_group_id varchar,
  month date,
  said_by varchar not null,
  comment varchar,
  cause varchar,
  note varchar
);
-- One row per ticket that a side wants left out of attainment. It is left out where both agreed; null: that side has not said yet.
create table raw.reference_agreed_exclusions (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  source varchar not null,
  ticket_id varchar not null,
  reason varchar not null,
  agreed_by_client boolean,
  agreed_by_provider boolean,
  note varchar
);
