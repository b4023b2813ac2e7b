-- The words of a bare text, one space before, between and after. Null of null.
create macro computed.folded_words(bare) as ' ' || trim(regexp_replace(bare, '[^\pL\pN]+', ' ', 'g')) || ' '
