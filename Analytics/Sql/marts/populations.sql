-- One row per source and way in which its tickets may not be all there are. is_found: it holds; found_count, ratio, from_at, until_at (UTC), detail: the evidence.
-- code: closed_only, selected_by_close, selected_by_update (each means survivors only), one_client, one_priority, archived_gap, last_month_cut, row_cap.
select provider, source, code, is_found, code in ('closed_only', 'selected_by_close', 'selected_by_update') as is_survivors_only,
  ticket_count, found_count, ratio, from_at, until_at, detail
from intermediate.populations
