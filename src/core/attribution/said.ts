import type { Commit } from '../history.js';
import type { Policy } from '../policy/policy.js';
import { findClaimLines, type ClaimLine } from './claim-lines.js';
import { findMarks } from './find-marks.js';
import { createIdentityTest, type Identity, type IdentityKind } from './identities.js';
import type { Mark } from './marks.js';
import { readMessage } from './message-lines.js';

/** What the messages of commits say of who made them, whoever the agents are. */
export interface Said {
  readonly kindOf: (identity: Identity) => IdentityKind;
  /** The lines that read like a claim. */
  readonly claimLines: (commit: Commit) => readonly ClaimLine[];
  readonly marks: (commit: Commit) => readonly Mark[];
}

type SaidPolicy = Pick<Policy, 'trailers' | 'identities'>;

interface Kept {
  readonly claims: readonly ClaimLine[];
  readonly marks: readonly Mark[] | null;
}

const kept = new WeakMap<SaidPolicy, Said>();
const NO_LINES: readonly ClaimLine[] = [];
const NO_MARKS: readonly Mark[] = [];

/**
 * Reads each message once for a policy, although a range is asked for open names before it is attributed: what is found is
 * kept as long as its commit, the lines are not. Marks are looked for at once only where no trailer makes them needless.
 */
export function readSaid(policy: SaidPolicy): Said {
  const earlier = kept.get(policy);
  if (earlier !== undefined) return earlier;
  const kindOf = createIdentityTest(policy.identities);
  const known = new WeakMap<Commit, Kept>();
  const marksIn = (commit: Commit, message = messageOf(commit)): readonly Mark[] => {
    const marks = findMarks(commit, message, kindOf);
    return marks.length === 0 ? NO_MARKS : marks;
  };
  const read = (commit: Commit): Kept => {
    const before = known.get(commit);
    if (before !== undefined) return before;
    const message = messageOf(commit);
    const claims = findClaimLines(message, policy.trailers);
    const found = {
      claims: claims.length === 0 ? NO_LINES : claims,
      marks: commit.trailers.length === 0 ? marksIn(commit, message) : null,
    };
    known.set(commit, found);
    return found;
  };
  const said: Said = {
    kindOf,
    claimLines: (commit) => read(commit).claims,
    marks: (commit) => read(commit).marks ?? marksIn(commit),
  };
  kept.set(policy, said);
  return said;
}

const messageOf = ({ message, parents }: Commit) => readMessage(message, parents.length);
