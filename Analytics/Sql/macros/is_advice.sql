-- True where a bare subject (computed.bare_text) speaks of advice or planning with the client; null of null.
create macro computed.is_advice(bare) as regexp_matches(bare,
  '\b(monthly review|quarterly review|business review|qbr|review meeting|roadmap|it plan|budget plan|recommendation|recommendations|advice)\b|συναντηση|συσκεψη|απολογισμ|προτασ(η|εισ) βελτιωσ|εισηγησ|πλανο πληροφορικ|συμβουλευτικ')
