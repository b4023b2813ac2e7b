-- One row per calendar version and block of 14400 working seconds, the inverse of calendar_days: which instant is a working second? block_key = calendar_version_id * 1000000 + working second // 14400. s1 to s3: UTC epoch seconds at which its segments start, c1 to c3: the working seconds before them (c2, c3 beyond every number where there is none). block_seconds: 14400, less in the last block.
-- Built by Analytics/Calendars from the same segments. A version with a block of more than three segments has no rows here: has_crowded_blocks in calendar_versions.
create table computed.calendar_blocks (
  block_key bigint not null,
  calendar_version_id integer not null,
  block_seconds integer not null,
  s1 bigint not null,
  c1 bigint not null,
  s2 bigint not null,
  c2 bigint not null,
  s3 bigint not null,
  c3 bigint not null
);
