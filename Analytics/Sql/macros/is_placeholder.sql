-- True for a text that stands in a field because the tool wants one, and names nothing.
create macro computed.is_placeholder(text) as
  lower(trim(text)) in ('unknown', 'n/a', 'na', 'none', 'other', 'others', '-', '--', '---', '?', '.', 'x', 'tbd', 'null', 'default', 'general', 'misc', 'various', 'not applicable',
    'unassigned', 'άγνωστο', 'άγνωστη', 'άγνωστος', 'αγνωστο', 'άλλο', 'αλλο', 'άλλη', 'κανένα', 'καμία', 'διάφορα', 'γενικά', 'γενικό', 'δ/υ', 'δεν υπάρχει')
