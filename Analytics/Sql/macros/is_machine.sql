-- True for the name or mail address of a machine: one nobody answers (no-reply), a monitoring tool, a mail server. DECISIONS.md, "What a message says".
create macro computed.is_machine(name, mail) as
  regexp_matches(lower(split_part(coalesce(mail, ''), '@', 1)),
    '^(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer[-_.]?daemon|postmaster|bounces?|monitor(ing)?|alerts?|alarm|notifications?|nagios|zabbix|prtg|icinga|uptime(robot)?|backup|scanner|automation|autoreply)([-_.+0-9].*)?$')
  or regexp_matches(lower(trim(coalesce(name, ''))),
    '(^|[^a-z])(no-?reply|mailer-daemon|postmaster|monitoring|nagios|zabbix|prtg|icinga|uptimerobot|autoresponder|automation rule|workflow rule)([^a-z]|$)|^(system|automatic|auto|monitor|trigger|automation|workflow|alerts?|notifications?)$|^σύστημα$')
