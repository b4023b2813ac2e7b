-- One row per row of intermediate.failure_presences whose tickets were linked by words: shared_words, up to three that most of its links up to then rest on, as written. Stored as a table.
with words_of_month as (
  select failure_group_id, month, lower(word) as word_key, min(word) as word, count(*) as n
  from (
    select t.failure_group_id, t.month, unnest(string_split(l.shared_terms, ' · ')) as word
    from intermediate.episodes as t
    join intermediate.client_ends as e using (provider, client)
    join computed.failure_links as l using (ticket_key, earlier_key)
    where t.created_at < e.end_at
  )
  where word <> ''
  group by all
)
select provider, client, month, failure_group_id, array_to_string(list(word order by n desc, word)[:3], ' · ') as shared_words
from (
  select p.provider, p.client, p.month, p.failure_group_id, min(w.word) as word, sum(w.n) as n
  from intermediate.failure_presences as p
  join words_of_month as w on w.failure_group_id = p.failure_group_id and w.month <= p.month
  group by p.provider, p.client, p.month, p.failure_group_id, w.word_key
)
group by all
