-- The upper end of the Wilson 95 % interval of successes out of n, 0..1; null when n is 0. z = 1.959964.
create macro computed.wilson_high(successes, n) as
  case when n > 0 and successes = n then 1.0
    when n > 0 then least(1.0,
    (successes / n::double + 1.920729410347 / n
      + 1.959963984540 * sqrt(successes / n::double * (1 - successes / n::double) / n + 0.960364705173 / (n::double * n)))
    / (1 + 3.841458820694 / n)) end
