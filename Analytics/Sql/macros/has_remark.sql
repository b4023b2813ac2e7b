-- True where the words of a message do this: automatic, thanks, reminder, question, holding, detail (none of these words is part of another); null without words.
create macro computed.has_remark(remarks, remark) as contains(remarks, remark)
