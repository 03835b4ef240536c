/** A code span in a text whose code is taken out: what it holds cannot be taken for words. */
export const CODE = '\uE000\\d+\uE001';

const BEFORE =
  '(?:(?:important|note|warning|caution|critical|attention|remember|please|also|additionally|always|strictly|absolutely|finally|(?:hard |file )?(?:rules?|limits?|boundar(?:y|ies)|restrictions?|constraints?))(?: ?[:!,–—-]+ ?| ))*';
const SUBJECT = '(?:(?<subject>you|the agent|this agent|this sub-?agent|agents|claude|i) )?';
const NOT =
  "(?:(?:must |may |should |shall |can |will )?never|(?:do|does|must|may|should|shall|can|will) not|cannot|can['’]t|don['’]t|doesn['’]t|won['’]t|mustn['’]t|shouldn['’]t|(?:are |is )?(?:not|never) (?:allowed|permitted) to)";
const EVER = '(?:,? (?:ever|under any circumstances?|at any time),?)*';
const CHANGE =
  'touch(?:es)?|modif(?:y|ies)|edits?|changes?|alters?|updates?|writes?(?: (?:to|in|into|inside|within))?';
const OTHER = 'creates?|deletes?|removes?|renames?|moves?|adds?|commits?|reads?|overwrites?';
const JOIN = '(?: ?[,/] ?(?:or |and |nor )?| or | and | nor )';
const VERBS = `(?<verbs>(?:${CHANGE}|access(?:es)?|${OTHER})(?:${JOIN}(?:${CHANGE}|access(?:es)?|${OTHER}))*)`;
const WHOLE =
  '(?:(?:any(?: of)?|all(?: of)?|the|every|other) )*(?:(?:anything|everything|files?|code|paths?|director(?:y|ies)|folders?|the contents?) (?:of|in|inside|under|below|within|matching|at) |(?:files?|director(?:y|ies)|folders?|paths?) )?(?:the )?';
const NOUN = '(?: (?:files?|director(?:y|ies)|folders?|tree))?';
const COMMA = '(?: ?, ?(?:and |or |nor )?| (?:and|or|nor|&) | ?[/&+] ?)';
const PATHS = `(?<paths>${CODE}${NOUN}(?:${COMMA}(?:in |to |under )?${WHOLE}${CODE}${NOUN})*)(?<tail>.*)$`;

/** `Never modify …`, `You must not touch or delete …`, up to the paths and what follows them. */
export const DENIAL = new RegExp(
  `^${BEFORE}${SUBJECT}(?<not>${NOT})${EVER} ${VERBS} ${WHOLE}${PATHS}`,
  'isu',
);
/** `You own …`. */
export const OWNERSHIP = new RegExp(
  `^${BEFORE}${SUBJECT}(?:(?:exclusively|solely|fully|only) )?owns? ${WHOLE}${PATHS}`,
  'isu',
);
/** `You may edit …`, `Only edit …`. */
export const PERMISSION = new RegExp(
  `^${BEFORE}${SUBJECT}(?:(?:may|can|are allowed to|are free to)(?: only)?|(?:must |should )?only) ${VERBS} (?:only )?${WHOLE}${PATHS}`,
  'isu',
);
/** `Edit only …`. */
export const LIMITATION = new RegExp(
  `^${BEFORE}${SUBJECT}(?:must |should )?${VERBS} only ${WHOLE}${PATHS}`,
  'isu',
);

const CHANGES = new RegExp(`\\b(?:${CHANGE})\\b`, 'i');
const CHANGES_OR_ENTERS = new RegExp(`\\b(?:${CHANGE}|access(?:es)?)\\b`, 'i');
/** Whether verbs speak of changing what is there: to delete or to create is not to edit. */
export const isChange = (verbs: string): boolean => CHANGES.test(verbs);
export const isChangeOrEntry = (verbs: string): boolean => CHANGES_OR_ENTERS.test(verbs);

const CONSENT =
  '(?:approval|approved|permission|sign-?off|consent|confirmation|confirm|asking|asked|told|request|instruct|consult|coordinat|explicit|review)';
const CONDITION = new RegExp(`^ ?,? ?(?:unless\\b|(?:without|until)\\b.{0,80}${CONSENT})`, 'isu');
const REMARK = /^ ?(?:[-–—]{1,2} |\().+$/su;
const BY_HAND = /^\W*(?:by hand|directly|manually|in place|yourself)\b/iu;
const ONLY_WHERE = /^\W*(?:if|when|while|during|in|for|on|as|after|before|once|where)\b/iu;

/** The first word behind such a beginning, where no back-ticks show what is a path. */
export const BARE = new RegExp(
  `^${BEFORE}${SUBJECT}(?:(?<not>${NOT})${EVER} ${VERBS}|(?:only )?owns?) ${WHOLE}(?<word>\\S+)`,
  'isu',
);

/** Whether a sentence may end as it does behind its paths: at once, or with a remark. */
export const endsPlainly = (tail: string): boolean =>
  /^\W*$/u.test(tail.replace(/[\uE000\uE001]/gu, 'x')) ||
  (REMARK.test(tail) && !BY_HAND.test(tail) && !ONLY_WHERE.test(tail));
/** Whether a denial ends with what would lift it. */
export const endsInCondition = (tail: string): boolean => CONDITION.test(tail);

const TOUCHES = `(?:${CHANGE}|access(?:es)?|overwrites?|creates?|deletes?|removes?|renames?|moves?|commits?|modify|touch|edit)`;
/** A denial anywhere in a sentence, of which it is not clear what it covers or when; but not "files that do not touch …". */
export const DENIES = new RegExp(
  `(?<!\\b(?:that|which|who|they|these|those|it) )\\b(?:${NOT}|(?:forbidden|prohibited) (?:from|to)|refrain from|avoid|under no circumstances?(?: may you| should you)?),? (?!forget |hesitate |fail |neglect )(?:[\\w'’-]+,? ){0,3}?${TOUCHES}(?:ing)?\\b`,
  'iu',
);
const CHANGED = '(?:touched|modified|edited|changed|updated|altered|written)';
export const KEEPS_OUT = new RegExp(
  `\\b(?:not|never|cannot|can['’]t) be ${CHANGED}|\\boff[- ]limits\\b|\\bhands[- ]off\\b|\\bout of bounds\\b|\\b(?:stay|keep) (?:out of|away from)\\b|\\bleave\\b.{0,80}\\b(?:alone|untouched)|\\b(?:avoid|refrain from) (?:touching|modifying|editing|changing|writing)`,
  'iu',
);
/** What the agent owns, or may change as the only thing. */
export const GRANTS = new RegExp(
  `\\byou (?:\\w+ ){0,2}own\\b|\\bonly (?:ever )?(?:${CHANGE})\\b|\\b(?:${CHANGE}) only\\b`,
  'iu',
);
