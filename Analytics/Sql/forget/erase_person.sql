-- A person: the name and the address leave the tickets, histories, messages, calls and time entries. What they wrote loses its text, and where others name them there are dots.
update raw.messages set body = null, subject = null where author = $person or author_mail = $person;
update raw.tickets set description = null where requester = $person or requester_mail = $person;
update raw.tickets set
  requester = case when requester <> $person then requester end,
  requester_mail = case when requester_mail <> $person then requester_mail end,
  agent = case when agent <> $person then agent end,
  subject = regexp_replace(subject, regexp_escape($person), '•••', 'gi'),
  description = regexp_replace(description, regexp_escape($person), '•••', 'gi');
update raw.events set
  actor = case when actor <> $person then actor end,
  value = regexp_replace(value, regexp_escape($person), '•••', 'gi'),
  value_text = regexp_replace(value_text, regexp_escape($person), '•••', 'gi'),
  old_text = regexp_replace(old_text, regexp_escape($person), '•••', 'gi');
update raw.messages set
  author = case when author <> $person then author end,
  author_mail = case when author_mail <> $person then author_mail end,
  subject = regexp_replace(subject, regexp_escape($person), '•••', 'gi'),
  body = regexp_replace(body, regexp_escape($person), '•••', 'gi');
update raw.calls set
  caller = case when caller <> $person then caller end,
  callee = case when callee <> $person then callee end;
update raw.time_entries set agent = null where agent = $person;
update raw.rejects set value = null, raw_row = '' where contains(lower(raw_row), $person) or contains(lower(value), $person);
update raw.reference_labels set labelled_by = null where labelled_by = $person;
update raw.loads set exported_by = null where exported_by = $person;
