-- True for a mail domain whose addresses belong to anybody: two of them do not make colleagues.
create macro computed.is_shared_mail(mail_domain) as
  lower(mail_domain) in ('gmail.com', 'googlemail.com', 'outlook.com', 'outlook.com.gr', 'hotmail.com', 'hotmail.gr', 'live.com', 'msn.com', 'yahoo.com', 'yahoo.gr', 'ymail.com', 'icloud.com',
    'me.com', 'mac.com', 'aol.com', 'gmx.com', 'gmx.net', 'gmx.de', 'proton.me', 'protonmail.com', 'mail.com', 'zoho.com', 'windowslive.com', 'otenet.gr', 'forthnet.gr', 'hol.gr', 'ath.forthnet.gr',
    'in.gr', 'freemail.gr', 'vivodinet.gr', 'mail.gr', 'windtools.gr', 'cosmotemail.gr', 'cyta.gr', 'cytanet.com.cy')
