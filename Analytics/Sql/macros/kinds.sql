-- What a ticket may be, as a profile says; numbered from 1 where numbers stand for them.
create macro computed.kinds() as ['incident', 'request', 'problem', 'change']
