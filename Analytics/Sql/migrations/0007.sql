-- Version 7: which tickets the desk itself says belong together.
-- related_to: ids or numbers of other tickets (a parent, a problem, "related to"), as exported; null: none, or the export has no such column.
alter table raw.tickets add column related_to varchar;
