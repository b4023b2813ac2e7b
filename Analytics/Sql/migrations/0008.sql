-- Version 8: no change.
select 1;
