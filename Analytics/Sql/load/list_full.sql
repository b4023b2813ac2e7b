-- Notes which tickets a file declared full lists.
insert into raw.listed
select distinct $load_id, ticket_id from raw.tickets where load_id = $load_id
