-- One row per line of critical_work.csv: an activity a client cannot be without, what tells it in a ticket, and when it matters. Stored as a table.
-- words, assets: lists of {written, needle}; a word's needle is folded, with a space before and (but for words that end in *) after it; start: the needle's first word.
-- weekdays (ISO digits), opens_second, closes_second: the client's local time, holidays too; null: always; above 86400: into the next day.
-- seconds: the answer expected, on the client clock; null: not stated, or stated in business days.
select
  row_number() over (order by line) as critical_work_id, client, activity,
  list_transform(list_filter(string_split(coalesce(words, ''), chr(59)), w -> trim(w) <> ''), w -> {
    'written': trim(w),
    'needle': case when ends_with(trim(w), '*') then rtrim(computed.folded_words(computed.bare_text(w))) else computed.folded_words(computed.bare_text(w)) end,
    'start': split_part(trim(computed.folded_words(computed.bare_text(w))), ' ', 1)}) as words,
  list_transform(list_filter(string_split(coalesce(assets, ''), chr(59)), a -> trim(a) <> ''), a -> {'written': trim(a), 'needle': lower(trim(a))}) as assets,
  weekdays, opens_second, closes_second, priority, expectation, seconds
from raw.reference_critical_work
