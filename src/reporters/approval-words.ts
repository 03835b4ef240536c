import { commitOf, isLiftable } from '../core/approval/lift.js';
import type { Approval, ApprovalException, ApprovalOutcome, ApprovalRefusal } from '../core/report.js';
import { stands, type Violation } from '../core/violation.js';
import { commit, count, paragraph, say, text, type Phrase } from './phrase.js';

/** The finding of each commit says it again. */
const MOST_EXCEPTIONS = 5;

/** What became of the approval label, one paragraph for each pull request; none where nothing was to be lifted. */
export const approvalPhrases = (approval: Approval | null): readonly Phrase[] =>
  approval === null
    ? []
    : approval.outcomes
        .map((outcome) => outcomePhrase(approval.label, outcome, approval.outcomes.length > 1))
        .filter((phrase) => phrase.length > 0);

function outcomePhrase(label: string, outcome: ApprovalOutcome, isOneOfSeveral: boolean): Phrase {
  const { state, by, at, pullRequest } = outcome;
  const more = outcome.exceptions.length - MOST_EXCEPTIONS;
  const where = isOneOfSeveral && pullRequest !== null ? say`Pull request #${pullRequest}: ` : say``;
  switch (state) {
    case 'not-needed':
      return [];
    case 'granted':
      return say`${where}${paragraph([
        say`The label ${text(label)} of ${text(by ?? '')}, applied at ${text(at ?? '')}, lifts the findings of this head that a label can lift.`,
        ...outcome.exceptions.slice(0, MOST_EXCEPTIONS).map((exception) => exceptionPhrase(exception, by)),
        ...(more > 0 ? [say`So it is for ${count(more, 'commit')} more.`] : []),
      ])}`;
    case 'refused':
      return say`${where}${refusedPhrase(label, outcome)}`;
  }
}

function refusedPhrase(label: string, { refusal, by, at, detail }: ApprovalOutcome): Phrase {
  if (refusal === null) return [];
  const { why, advice } = refusalWords(refusal, by, at, detail);
  return say`The label ${text(label)} does not count: ${why}. ${advice}`;
}

/** That a granted approval leaves the findings of one commit in place. */
const exceptionPhrase = ({ commit: sha, refusal }: ApprovalException, by: string | null): Phrase => {
  const { why, advice } = refusalWords(refusal, by, null, '');
  return say`For commit ${commit(sha)} it does not count: ${why}. ${advice}`;
};

/** The way through by approval that a finding has, for its remedy; nothing where no label is asked for. */
export function approvalAdvice(violation: Violation, approval: Approval | null): readonly Phrase[] {
  if (approval === null || !isLiftable(violation) || !stands(violation)) return [];
  const { label, outcomes } = approval;
  const sha = commitOf(violation);
  const exception = outcomes
    .flatMap(({ exceptions, by }) => exceptions.map((one) => ({ ...one, by })))
    .find((one) => one.commit === sha);
  if (exception !== undefined) return [exceptionPhrase(exception, exception.by)];
  const [only, ...others] = outcomes;
  return others.length > 0 || only?.state !== 'refused' || only.refusal === 'not-labelled'
    ? [askForLabel(violation, label)]
    : [refusedPhrase(label, only)];
}

function askForLabel(violation: Violation, label: string): Phrase {
  const condition = 'rule' in violation ? (violation.rule?.condition ?? null) : null;
  return condition === null
    ? say`Or ask a person with write access, who is none of the authors, to apply the label ${text(label)}.`
    : say`Or get that approval: a person with write access, who is none of the authors, applies the label ${text(label)}.`;
}

interface RefusalWords {
  /** Without a full stop. */
  readonly why: Phrase;
  readonly advice: Phrase;
}

function refusalWords(
  refusal: ApprovalRefusal,
  by: string | null,
  at: string | null,
  detail: string,
): RefusalWords {
  const person = by === null ? say`who applied it` : [text(by)];
  const about = detail === '' ? say`` : say` (${text(detail)})`;
  const again = say`Remove the label and apply it again, once the head is what is to be approved.`;
  const another = say`Another person with write access, who is none of the authors, has to apply it.`;
  switch (refusal) {
    case 'no-pull-request':
      return {
        why: say`this event has no pull request that could bear it`,
        advice: say`Take the change to a pull request, and have it approved there.`,
      };
    case 'no-token':
      return {
        why: say`the action has no token to ask GitHub who applied it`,
        advice: say`Leave the input ${text('token')} at its default, with ${text('pull-requests: read')} under ${text('permissions:')}.`,
      };
    case 'no-answer':
      return {
        why: say`GitHub gave no usable answer to who applied it, and for what${about}`,
        advice: say`Give the job ${text('contents: read')} and ${text('pull-requests: read')}, then run it again.`,
      };
    case 'not-labelled':
      return {
        why: say`the pull request does not bear it`,
        advice: say`A person with write access, who is none of the authors, can apply it.`,
      };
    case 'unknown-labeller':
      return {
        why: say`GitHub does not say who applied it, as after a label was renamed or an account was deleted`,
        advice: say`Remove the label and apply it again.`,
      };
    case 'by-bot':
      return {
        why: say`${person} is no person, or applied it through an App`,
        advice: say`A person with write access, who is none of the authors, has to apply it.`,
      };
    case 'no-write-access':
      return { why: say`${person} has no write access to the repository${about}`, advice: another };
    case 'by-author':
      return { why: say`${person} is an author of what it would approve`, advice: another };
    case 'unknown-author':
      return {
        why: say`an author has no account on GitHub, and nothing shows that it is not ${person}`,
        advice: say`Somebody who did not push to the branch has to apply it, or the commit needs an author with an account.`,
      };
    case 'other-head':
      return {
        why: say`it was applied${at === null ? say`` : say` at ${text(at)}`} for another head than the one that is judged here${
          detail === '' ? say`` : say`, which was pushed at ${text(detail)}`
        }`,
        advice: again,
      };
    case 'other-base':
      return { why: say`the base branch was changed after it was applied${about}`, advice: again };
    case 'unproved-head':
      return {
        why: say`nothing proves that it was applied for this head and not for an earlier one${about}`,
        advice: say`Remove the label and apply it again, at least a second after the last push; the run that this starts can prove it.`,
      };
  }
}
