-- True where the words of a message do this: automatic, thanks, reminder, question, holding, detail; null without words.
create macro computed.has_remark(remarks, remark) as list_contains(string_split(remarks, ' '), remark)
