-- True for the words of a message that say more than that somebody is on it; null without words. DECISIONS.md, "Response ladder".
create macro computed.is_substantive(remarks) as
  not computed.has_remark(remarks, 'automatic')
  and (not computed.has_remark(remarks, 'holding') or computed.has_remark(remarks, 'question') or computed.has_remark(remarks, 'detail'))
