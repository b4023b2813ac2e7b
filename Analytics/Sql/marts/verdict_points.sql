-- One row per client, month, list and rank: strength (what the provider does well, at most six), question (the five to bring to the next meeting), referee (the five to ask other clients of the provider). Codes; Reports has the words. DECISIONS.md, "Verdict".
-- item_count of n, over the trailing_months ending with the month; ratio, low, high 0..1; detail: text from the tickets, as written, or a code; from_at, until_at: the exports compared, UTC. Null: the code needs none.
select provider, client, month, list, rank, code, item_count, n, ratio, low, high, detail, from_at, until_at
from (
  select *, row_number() over (partition by provider, client, month, list order by weight desc, code) as rank
  from intermediate.verdict_candidates
)
where rank <= case list when 'strength' then 6 else 5 end
