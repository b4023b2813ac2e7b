-- One row per client, month, span and view of marts.priority_matrix: how far the two sides' priorities agree beyond chance.
-- kappa_*: weighted kappa, -1..1, with its standard error (Fleiss, Cohen, Everitt); null below kappa_n tickets, or where one side uses one level only.
-- sign_p: 0..1, two-sided, lowered against raised.
create table computed.agreements (
  provider varchar not null,
  client varchar not null,
  month date not null,
  span varchar not null,
  view varchar not null,
  kappa_linear double,
  kappa_linear_error double,
  kappa_quadratic double,
  kappa_quadratic_error double,
  sign_p double not null
);
