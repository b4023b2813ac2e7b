-- Version 4: words of one meaning. One row per concept; words: as people write them, separated by semicolons. Rows with line 0 come with the program.
create table raw.reference_lexicon (
  load_id bigint not null,
  file varchar not null,
  line bigint not null,
  concept varchar not null,
  words varchar not null,
  note varchar
);
