-- A text in lower case, without accents, ς as σ: the letters as a Greek or English reader compares them. Null of null.
create macro computed.bare_text(written) as replace(strip_accents(lower(written)), 'ς', 'σ')
