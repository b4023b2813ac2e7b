-- One row per published figure, as data/reference/benchmarks.csv states it. Stored as a table.
-- place: a measure's own rows in the order of the file, the program's by grade, then the newest; 1 is what a client may be judged by where nothing was agreed or stated.
select measure, value, unit, population, year, sample_count, grade, source, note,
  row_number() over (partition by measure order by line = 0, line, grade, year desc, population, source) as place
from raw.reference_benchmarks
