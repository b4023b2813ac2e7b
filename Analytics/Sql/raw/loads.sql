-- One row per file or pull that was loaded; the ledger. The same (source, sha256) is never loaded twice.
-- row_count counts data rows read, rejects included: row_count = new + changed + unchanged + reject.
-- data_end_at: the export moment where the file says it, else the newest instant in the file (UTC).
create table raw.loads (
  load_id bigint primary key,
  source varchar not null,
  file varchar not null,
  sha256 varchar not null,
  profile varchar not null,
  row_count bigint not null,
  new_count bigint not null,
  changed_count bigint not null,
  unchanged_count bigint not null,
  reject_count bigint not null,
  exported_at timestamp,
  data_end_at timestamp,
  loaded_at timestamp not null
);
