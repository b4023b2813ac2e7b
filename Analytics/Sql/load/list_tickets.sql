-- Notes which tickets a load lists, before the rows that say nothing new are removed: a ticket a later export still shows was not
-- deleted, and one that a file declared full does not show was.
insert into raw.listed
select distinct $load_id, ticket_id from raw.tickets where load_id = $load_id
