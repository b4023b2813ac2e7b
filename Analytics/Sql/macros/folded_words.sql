-- The words of a text as a Greek or English reader compares them: lower case, without accents, ς as σ, one space before, between and after. Null of null.
create macro computed.folded_words(written) as
  ' ' || trim(regexp_replace(replace(strip_accents(lower(written)), 'ς', 'σ'), '[^\pL\pN]+', ' ', 'g')) || ' '
