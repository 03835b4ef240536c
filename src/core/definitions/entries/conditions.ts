const CONSENT =
  '(?:approval|approved|permission|sign-?off|consent|confirmation|asking|asked|instructed|told|coordinat|consult|request|review)';
const CONDITIONS: readonly RegExp[] = [
  /\bunless\b/i,
  /^\W*(?:without|until|except (?:when|if|with|by|after|where|on))\b/i,
  /\bexcept (?:when|if|with|by|after|where|on)\b/i,
  /\bonly (?:if|when|with|after|via|through|on request)\b/i,
  new RegExp(`\\b(?:without|with|until|after|needs?|requires?|if)(?: \\S+){0,5} ${CONSENT}`, 'i'),
  new RegExp(`\\b(?:without|until|after|if) ${CONSENT}`, 'i'),
  new RegExp(`\\b${CONSENT} (?:is )?(?:required|needed|first)\\b`, 'i'),
  /\b(?:ask|check with|consult)\b.{0,40}\b(?:first|before)\b/i,
  /^\W*(?:always )?ask (?:before|the|for)\b/i,
  /\bif (?:not|explicitly) (?:approved|asked|told|instructed|requested|permitted|allowed|confirmed)\b/i,
];

/** The text, where it says what would lift a rule ("Without orchestrator approval", "unless the task says so"). */
export const conditionIn = (text: string): string | null =>
  CONDITIONS.some((condition) => condition.test(text)) ? text : null;
