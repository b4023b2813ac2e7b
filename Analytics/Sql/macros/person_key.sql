-- Who reports, as compared: the mail address, else the name; null where neither is stated, or it is a machine.
create macro computed.person_key(name, mail) as
  case when not coalesce(computed.is_machine(name, mail), false) then lower(trim(coalesce(mail, name))) end
