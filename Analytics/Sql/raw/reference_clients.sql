-- One row per client. users and endpoints are whole numbers, calendar the client's own opening hours, mail_domains separated by spaces.
-- load_id, file and line say where the row was read. Replaced as a whole when the file changes.
create table raw.reference_clients (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  client varchar not null,
  provider varchar not null,
  zone varchar not null,
  calendar varchar,
  users integer,
  endpoints integer,
  mail_domains varchar,
  note varchar
);
