-- What met out of decided tickets says about a target ratio: not_measurable (nothing decided), too_few (fewer than floor), no_target,
-- met (the whole Wilson interval reaches it), missed (the whole interval stays below it), not_distinguishable.
create macro computed.target_reading(met, decided, target, floor) as case
  when decided = 0 then 'not_measurable'
  when decided < floor then 'too_few'
  when target is null then 'no_target'
  when computed.wilson_low(met, decided) >= target then 'met'
  when computed.wilson_high(met, decided) < target then 'missed'
  else 'not_distinguishable' end
