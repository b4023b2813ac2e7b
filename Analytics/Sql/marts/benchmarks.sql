-- One row per published figure: context beside a client's own figures, never "the industry standard".
-- value in unit: seconds, or a ratio 0..1. population, year, sample_count (null: not published), grade (A measured, B one practitioner's or vendor's own, C told second hand), source: where it comes from.
-- place: 1 for the first of its measure, the one marts.verdicts may judge against. DECISIONS.md, "Verdict".
select measure, place, value, unit, population, year, sample_count, grade, source, note
from reference.benchmarks
