-- Version 5: how large a client was and from when, what people answered to the questions, and which tickets a person called the same failure.
-- One row per client and day from which its users and endpoints are as stated (whole numbers; null: not stated).
create table raw.reference_sizes (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  valid_from date not null,
  users integer,
  endpoints integer,
  note varchar
);
-- One row per client, question and day it was answered. question and answer: codes of Questionnaires.
create table raw.reference_answers (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  question varchar not null,
  answer varchar not null,
  answered_on date,
  note varchar
);
-- One row per pair of tickets a person has looked at. is_same: they report the same failure. A ticket is named by source and ticket_id.
create table raw.reference_labels (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  source varchar not null,
  ticket_id varchar not null,
  earlier_source varchar not null,
  earlier_ticket_id varchar not null,
  is_same boolean not null,
  labelled_by varchar,
  labelled_on date,
  note varchar
);
