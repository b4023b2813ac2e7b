-- Of the three lengths of one wait the one that a clock shows: client (wall time), client_open (while the client's own office was open), contract. Null where it cannot be told.
create macro computed.clock_seconds(clock, client_seconds, client_open_seconds, contract_seconds) as case clock
  when 'client' then client_seconds
  when 'client_open' then client_open_seconds
  when 'contract' then contract_seconds end
