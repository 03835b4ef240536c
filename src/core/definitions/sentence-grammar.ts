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
const CHANGED = '(?:touched|modified|edited|changed|updated|altered|written)';
const CHANGING = '(?:touching|modifying|editing|changing|updating|altering|writing)';
/** `Never do: modify …`. */
const BELOW = `\\b(?:never|(?:do|must|may) not|don['’]ts?|cannot|not (?:allowed|permitted)|forbidden|prohibited|avoid)(?: do)?: ?(?:[^:]{0,120} )?(?:${TOUCHES}|${CHANGING})\\b`;
/** A denial anywhere in a sentence, of which it is not clear what it covers or when; but not "files that do not touch …". */
export const DENIES = new RegExp(
  `(?<!\\b(?:that|which|who|they|these|those|it) )\\b(?:${NOT}|(?:forbidden|prohibited) (?:from|to)|(?:have|with) no (?:permission|right) to|refrain from|avoid|under no circumstances?(?: may you| should you)?),? (?!forget |hesitate |fail |neglect )(?:[\\w'’-]+,? ){0,3}?(?:${TOUCHES}(?:ing)?|${CHANGING})\\b|${BELOW}`,
  'iu',
);
const NO_CHANGES = '(?:changes?|edits?|modifications?|writes?)';
const IS_DENIED =
  '(?:is|are)(?: strictly| absolutely)? (?:forbidden|prohibited|disallowed|(?:not|never) (?:allowed|permitted|ok|okay))';
export const KEEPS_OUT = new RegExp(
  [
    `\\b(?:(?:not|never|cannot|can['’]t) be|(?:not|never) to be) ${CHANGED}`,
    '\\boff[- ]limits\\b|\\bhands[- ]off\\b|\\bout of bounds\\b|\\b(?:stay|keep) (?:out of|away from)\\b',
    '\\b(?:leave|leaving)\\b.{0,80}\\b(?:alone|untouched)|\\bkeep your hands off\\b',
    `\\b(?:avoid|refrain from) ${CHANGING}`,
    `\\bno ${NO_CHANGES} (?:to|in|inside|under|within|of)\\b|\\bno (?:write|edit) (?:access|permissions?|rights?)\\b`,
    `\\b(?:${NO_CHANGES}|${CHANGING})\\b.{0,160} ${IS_DENIED}\\b`,
    `(?:\\b(?:is|are|stays?|remains?|as)|:|[-–—(]) ?(?:strictly )?read[- ]only\\b`,
    `\\b(?:do|does) not own\\b|\\b(?:do|does)n['’]t own\\b`,
    `\\bonly (?!you\\b)[\\p{L} -]{1,40} (?:may|can|(?:is|are) allowed to) (?:${CHANGE})\\b`,
    `${CODE}[)\\s:→>(–—-]+(?:cannot touch|forbidden|prohibited|no (?:write )?access)\\b`,
    `^\\W*(?:no(?: access)?|none|den(?:y|ied)) ?[:–—-] ?${CODE}`,
    `\\b(?:nobody|no one|no agent)(?: else)? (?:may |can |should |must )?(?:${CHANGE})\\b`,
  ].join('|'),
  'iu',
);
/** A denial of what stands in front of it: "`a.ts` is generated, do not edit it." */
export const DENIES_ABOVE = new RegExp(
  `(?:^|[\\s(])(?:${NOT})${EVER} ${VERBS}(?: (?:it|them|this|these|those|that)(?: (?:files?|director(?:y|ies)|folders?))?)?(?: by hand| manually| directly)?\\W*$`,
  'iu',
);
/** What the agent owns, or may change as the only thing. */
export const GRANTS = new RegExp(
  [
    `\\byou (?:\\w+ ){0,2}own\\b|\\bonly (?:ever )?(?:${CHANGE})\\b|\\b(?:${CHANGE}) only\\b`,
    `\\bonly\\b.{0,80}\\b(?:may|can|should|must) be ${CHANGED}`,
    `\\b(?:confine|limit|restrict) (?:yourself|(?:all |any )?(?:your |the )?(?:${NO_CHANGES}|work|writing|editing))\\b`,
    `\\byou(?:r \\w+)? (?:are|is|must be) (?:strictly )?(?:confined|limited|restricted) to\\b`,
    '\\b(?:stay|work|remain) (?:strictly |only )?(?:within|inside)\\b',
  ].join('|'),
  'iu',
);
/** Words that deny what the lines below them say: "Never:", "Things you must not do". */
export const DENIES_BELOW =
  /^(?:(?:you|things?(?: (?:you|to))?|what(?: (?:you|to))?|the) )?(?:(?:must |should )?(?:never|not)(?: (?:ever|to))?(?: do)?|(?:do not|don['’]?t|must ?n['’]t|cannot|can['’]t)s?(?: do)?|(?:(?:strictly|absolutely) )?(?:not (?:allowed|permitted)|forbidden|prohibited)(?: to)?|avoid|hard no['’]?s|no[- ]?nos?)$/i;

const LONGEST_DENIAL = 80;
/** From the first letter to the last one. */
const BETWEEN_LETTERS = /\p{L}(?:.*\p{L})?/su;

/** Whether a heading, or the introduction of a list, denies what follows: "Never:", "What you must not do". */
export function deniesBelow(text: string): boolean {
  const [words = ''] = BETWEEN_LETTERS.exec(text.replace(/[*_:]/g, '')) ?? [];
  return words.length <= LONGEST_DENIAL && DENIES_BELOW.test(words);
}
