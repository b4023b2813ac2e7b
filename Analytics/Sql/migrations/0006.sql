-- Version 6: where a merged ticket went.
-- merged_into: the id of the ticket it was merged into; null: not merged, or the export does not name it.
alter table raw.tickets add column merged_into varchar;
