-- One row per promise kind: the states in which its clock stands still where the contract does not say, comma-separated. Stored as a table.
-- An answer is not waited for by the client's own silence; a solution is. DECISIONS.md, "Pauses".
select promise_kind, pauses
from (values ('response', ''), ('resolve', 'pending'), ('start', '')) as u (promise_kind, pauses)
