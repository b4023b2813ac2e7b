-- One row per word an export uses that its profile does not know. field: priority (value 1 to 5), state (value: new, open, pending, hold, resolved, closed, merged, deleted),
-- kind (value: incident, request, problem, change; the word is a category that says what tickets without a type are), or work (value: reactive, request, proactive, project; the word is a category).
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_vocabulary (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  source varchar not null,
  field varchar not null,
  text varchar not null,
  value varchar not null,
  note varchar
);
