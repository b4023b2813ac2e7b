-- The target ratio of promised tickets together: the one they share, else the mean over them; null where one of them has none.
-- DECISIONS.md, "Targets that differ".
create macro computed.target_of(promised, targets, total, low, high) as case
  when promised = 0 or targets < promised then null
  when low = high then low
  else total / promised end
