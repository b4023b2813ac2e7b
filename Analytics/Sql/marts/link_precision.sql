-- One row per provider and tier (A to D) of links: how many of those a person labelled report the same failure. DECISIONS.md, "Labels".
-- link_count: tickets that joined their failure group by the tier; of D tickets that have nothing surer, which no figure counts. precision_ratio: same_count of labelled_count, 0..1, with Wilson bounds; null without labels.
-- precision_goal: the setting label_precision_ratio. safe_score: the lowest score (0..1) from which on the lower bound of the labelled links is at least that; null: not enough labels, or too many wrong.
-- link_*: the settings in force when the links were made; lexicon_hash: of the lexicon, md5 in hex.
with tiers as (
  select p.provider, t.tier
  from (select distinct provider from raw.sources) as p
  cross join (values ('A'), ('B'), ('C'), ('D')) as t(tier)
),
counted as (
  select provider, tier, count(*) as link_count, count(is_same) as labelled_count, count(*) filter (is_same) as same_count
  from marts.label_pairs
  group by provider, tier
),
from_score as (
  select provider, tier, score,
    sum(count(*)) over above as labelled_count, sum(count(*) filter (is_same)) over above as same_count
  from marts.label_pairs
  where is_same is not null and score is not null
  group by provider, tier, score
  window above as (partition by provider, tier order by score desc)
),
safe as (
  select f.provider, f.tier, min(f.score) as safe_score
  from from_score as f
  cross join reference.settings as s
  where computed.wilson_low(f.same_count, f.labelled_count) >= s.label_precision_ratio
  group by f.provider, f.tier
),
lexicon as (
  select md5(coalesce(string_agg(concat(concept, ':', words), chr(10) order by concept, words), '')) as lexicon_hash from raw.reference_lexicon
)
select t.provider, t.tier, coalesce(c.link_count, 0) as link_count, coalesce(c.labelled_count, 0) as labelled_count, coalesce(c.same_count, 0) as same_count,
  c.same_count / nullif(c.labelled_count, 0)::double as precision_ratio, computed.wilson_low(c.same_count, c.labelled_count) as wilson_low, computed.wilson_high(c.same_count, c.labelled_count) as wilson_high,
  s.label_precision_ratio as precision_goal, f.safe_score,
  s.link_window_days, s.link_asset_ratio, s.link_requester_ratio, s.link_category_ratio, s.link_text_ratio, s.link_group_ratio, s.link_busy_count, x.lexicon_hash
from tiers as t
cross join reference.settings as s
cross join lexicon as x
left join counted as c using (provider, tier)
left join safe as f using (provider, tier)
