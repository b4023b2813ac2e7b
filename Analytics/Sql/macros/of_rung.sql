-- Of the four rungs of the response ladder the one that keeps a promise: what is said of it (an instant, or whether it is measurable). Only a response can be promised of another rung than a human's.
create macro computed.of_rung(promise_kind, answered_by, automatic, touched, human, substantive) as case
  when promise_kind <> 'response' then human
  when answered_by = 'automatic' then automatic
  when answered_by = 'touched' then touched
  when answered_by = 'substantive' then substantive
  else human end
