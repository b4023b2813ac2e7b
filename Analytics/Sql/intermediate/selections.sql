-- One row per source: what its population means for its numbers.
-- is_survivors_only: only tickets that ended (or moved) are in it: nothing can be said of the open ones, and attainment is an upper bound.
-- is_one_priority: priorities tell nothing, so a promise for every priority goes first.
select s.source, s.provider,
  coalesce(bool_or(p.is_found and p.code in ('closed_only', 'selected_by_close', 'selected_by_update')), false) as is_survivors_only,
  coalesce(bool_or(p.is_found and p.code = 'one_priority'), false) as is_one_priority
from staging.sources as s
left join intermediate.populations as p using (source)
group by s.source, s.provider
