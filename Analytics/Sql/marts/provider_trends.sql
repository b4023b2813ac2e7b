-- One row per provider, response_semantics, month and series (response_attainment, resolve_attainment, tickets): the provider's own past, all clients with that meaning of a first response together.
-- value, n, centre, limits, spread, signal, direction and basis as in marts.trends.
select provider, response_semantics, month, series, value, n, centre, lower_limit, upper_limit, spread, signal, direction, basis
from computed.provider_trends
