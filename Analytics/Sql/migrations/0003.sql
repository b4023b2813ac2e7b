-- Version 3: what a message says, what the client thought of the answer, what the contract says of pauses, what is critical to a client.
-- remarks: what its text does, space-separated in this order: automatic, thanks, reminder, question, holding, detail; '' none of these; null: no text was there to read.
alter table raw.messages add column remarks varchar;

-- satisfaction: good, neutral, bad; offered: asked and not answered; null: not asked, or not exported.
alter table raw.tickets add column satisfaction varchar;

-- answered_by: the rung of the response ladder that keeps a response promise: automatic, touched, human, substantive; null: human.
-- pauses: the canonical states in which the promise's clock stands still, comma-separated, '' none; null: the usual ones (DECISIONS.md, "Pauses").
alter table raw.reference_promises add column answered_by varchar;
alter table raw.reference_promises add column pauses varchar;

-- One row per activity a client cannot be without. words, assets: what identifies it in a ticket, separated by semicolons.
-- weekdays (ISO digits), opens_second, closes_second: when it matters, local time; null: always. priority 1 to 5; expectation as in reference_expectations.
create table raw.reference_critical_work (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  activity varchar not null,
  words varchar,
  assets varchar,
  weekdays varchar,
  opens_second integer,
  closes_second integer,
  priority smallint not null,
  expectation varchar,
  seconds bigint,
  business_days integer,
  until_second integer,
  note varchar
);
