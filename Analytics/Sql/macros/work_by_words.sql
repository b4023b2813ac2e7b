-- What kind of work the words of a bare subject (computed.bare_text) say it is: project, proactive, or null where they say nothing. Greek, Greeklish and English.
create macro computed.work_by_words(bare) as case
  when regexp_matches(bare, '\b(migration|migrate|rollout|roll-out|project|deployment|relocation|office move)\b|μεταπτωσ|μετακομισ|μεταφορα γραφει|αναβαθμιση υποδομ|\bεργο\b|εγκατασταση (νεου|νεων)|\bergo\b|metakomisi|metaptosi') then 'project'
  when regexp_matches(bare, '\b(patch(es|ing)?|maintenance|preventive|health check|backup (check|test|verification)|restore test|monthly (check|review)|quarterly (check|review)|firmware update|planned)\b|συντηρηση|προληπτικ|προγραμματισμεν|ελεγχοσ (αντιγραφ|backup)|δοκιμη επαναφορασ|μηνιαιοσ ελεγχοσ|τριμηνιαι|syntirisi|proliptik|programmatismen') then 'proactive'
end
