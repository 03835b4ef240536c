import type { ChangeStatus } from '../core/history.js';
import { stands, type PathViolation, type RuleReference, type Violation } from '../core/violation.js';
import type { CommitSha } from '../core/vocabulary.js';
import type { OnPath } from './alike.js';
import type { FindingContext } from './finding-context.js';
import { liftPhrase } from './lift-words.js';
import { commit, count, listOf, path, place, say, text, type Phrase } from './phrase.js';
import { conditionNotes, ruleClause, type WayThrough } from './rule-words.js';
import { doer } from './uncommitted.js';

/** A finding in words: the rule that it rests on stands apart, so that a reporter can show it as an excerpt. */
export interface Account {
  readonly title: Phrase;
  readonly rule: RuleReference | null;
  /** Whole sentences. */
  readonly notes: readonly Phrase[];
}

const DEED: Readonly<Record<ChangeStatus, Phrase>> = {
  A: say`adds the file`,
  M: say`changes it`,
  D: say`deletes it`,
  T: say`changes its type`,
};

const DEED_ON_MANY: Readonly<Record<ChangeStatus, Phrase>> = {
  A: say`adds them`,
  M: say`changes them`,
  D: say`deletes them`,
  T: say`changes their types`,
};

/** `others` are findings that say the same of other paths (`foldAlike`). */
export function accountOfPath(
  violation: PathViolation,
  context: WayThrough & Pick<FindingContext, 'base'>,
  others: readonly OnPath[] = [],
): Account {
  const isOne = others.length === 0;
  return {
    title: isOne ? titleOf(violation) : titleOfMany(violation, count(others.length + 1, 'file')),
    rule: violation.rule,
    notes: [
      say`${doer(violation.commit)} ${(isOne ? DEED : DEED_ON_MANY)[violation.status]}.`,
      ...(violation.code === 'definition-edit'
        ? protectionNotes(violation)
        : ownerNotes(violation, isOne ? say`the path` : say`these paths`)),
      ...collisionNotes(violation),
      ...(stands(violation) ? conditionNotes(violation.rule, context) : []),
      ...endedNotes(violation),
      ...undoneNotes(violation, context.base),
      ...(violation.waivedBy === null ? [] : [liftPhrase(violation.waivedBy)]),
    ],
  };
}

function titleOf({ code, agent, path: changed }: PathViolation): Phrase {
  switch (code) {
    case 'forbidden-path':
      return say`${text(agent)} cannot touch ${path(changed)}`;
    case 'read-only-path':
      return say`${text(agent)} only reads ${path(changed)}`;
    case 'definition-edit':
      return say`${text(agent)} cannot edit the protected file ${path(changed)}`;
    case 'outside-owns':
      return say`${text(agent)} does not own ${path(changed)}`;
    case 'case-collision':
      return say`${text(agent)} adds ${path(changed)}, which equals a denied path but for case`;
  }
}

function titleOfMany({ code, agent }: PathViolation, files: Phrase): Phrase {
  switch (code) {
    case 'forbidden-path':
      return say`${text(agent)} cannot touch ${files}`;
    case 'read-only-path':
      return say`${text(agent)} only reads ${files}`;
    case 'definition-edit':
      return say`${text(agent)} cannot edit ${files} that are protected`;
    case 'outside-owns':
      return say`${text(agent)} does not own ${files}`;
    case 'case-collision':
      return say`${text(agent)} adds ${files} that equal denied paths but for case`;
  }
}

const protectionNotes = ({ agent }: PathViolation): readonly Phrase[] => [
  say`Files that steer agents or this check need an OWNS entry of ${text(agent)} that names the place itself.`,
];

const ownerNotes = ({ agent, owners }: PathViolation, what: Phrase): readonly Phrase[] =>
  owners.includes(agent)
    ? [say`OWNS of ${text(agent)} covers ${what} as well, but only a strictly narrower entry lifts a denial.`]
    : [];

const collisionNotes = ({ collidesWith }: PathViolation): readonly Phrase[] =>
  collidesWith === null
    ? []
    : [say`On a file system that ignores case, both are one file: ${path(collidesWith)}.`];

const endedNotes = ({ endedWaiver }: PathViolation): readonly Phrase[] =>
  endedWaiver === null
    ? []
    : [
        say`The waiver at ${place(endedWaiver.file, endedWaiver.line)} was for it: it ended with ${text(endedWaiver.until)}.`,
      ];

function undoneNotes({ undoneBy }: PathViolation, base: CommitSha | null): readonly Phrase[] {
  if (undoneBy === null) return [];
  return undoneBy === base
    ? [say`The base has the same content, so this does not count.`]
    : [say`Commit ${commit(undoneBy)} takes it back, so this does not count.`];
}

type JointAttribution = Extract<Violation, { readonly code: 'joint-attribution' }>;

const liftedClause = ({ lifted, rule }: JointAttribution, what: Phrase): Phrase =>
  lifted === 'definition-edit' || rule === null
    ? say`which cannot edit ${what}`
    : say`whose ${ruleClause(rule)}`;

export function accountOfJoint(violation: JointAttribution, others: readonly OnPath[] = []): Account {
  const owners = listOf(violation.owners.map(text));
  const isOne = others.length === 0;
  return {
    title: isOne
      ? say`${path(violation.path)} counts as the work of ${owners}`
      : say`${count(others.length + 1, 'file')} count as the work of ${owners}`,
    rule: null,
    notes: [
      say`${doer(violation.commit)} also names ${text(violation.agent)}, ${liftedClause(violation, isOne ? say`that protected file` : say`those protected files`)}.`,
      say`Of the agents of a joint commit, those that own a path answer for it.`,
    ],
  };
}
