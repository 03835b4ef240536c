import type { PolicyOrigin } from '../core/policy/policy.js';
import type { Report } from '../core/report.js';
import type { WaiverReference } from '../core/lift.js';
import type { SquashMessage, Violation } from '../core/violation.js';
import type { Account } from './path-words.js';
import { count, path, place, say, series, text, type Phrase } from './phrase.js';

/** "Judged by `.github/agent-ownership.yml` of the base, where `forbidden-path` is off". */
export const policyPhrase = ({ policy, silenced }: Pick<Report, 'policy' | 'silenced'>): Phrase =>
  silenced.length === 0
    ? originPhrase(policy)
    : say`${originPhrase(policy)}, where ${silencedPhrase(silenced)}`;

const MOST_SILENCED = 6;

/** "`read-only-path` and `forbidden-path` for `testing` are off". */
export function silencedPhrase(silenced: Report['silenced']): Phrase {
  const shown = silenced
    .slice(0, MOST_SILENCED)
    .map(({ code, agent }) => (agent === null ? say`${text(code)}` : say`${text(code)} for ${text(agent)}`));
  const more = silenced.length - shown.length;
  const all = more === 0 ? shown : [...shown, say`${[String(more)]} more`];
  return say`${series(all)} ${[silenced.length === 1 ? 'is' : 'are']} off`;
}

function originPhrase({ file, state, floor }: PolicyOrigin): Phrase {
  const andFloor = floor ? say`, and no less than the workflow asks for` : say``;
  switch (state) {
    case 'absent':
      return say`Judged by the built-in defaults${andFloor}`;
    case 'in-force':
      return say`Judged by ${path(file)} of the base${andFloor}`;
    case 'mended':
      return say`Judged by the built-in defaults, without waivers${andFloor}: ${path(file)} of the base cannot be read, and this branch mends it`;
  }
}

/** "Open to every agent: `package-lock.json` (3 changes)"; nothing where no such path was changed. */
export function sharedPhrase(shared: Report['shared']): Phrase | null {
  if (shared.length === 0) return null;
  const uses = [...countUses(shared)].map(
    ([pattern, changes]) => say`${text(pattern)} (${count(changes, 'change')})`,
  );
  return say`Open to every agent: ${series(uses)}`;
}

/** How many changes each pattern opened, in the order of their first use. */
export function countUses(shared: Report['shared']): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { pattern, changes } of shared) uses.set(pattern, (uses.get(pattern) ?? 0) + changes);
  return uses;
}

type Of<Code extends Violation['code']> = Extract<Violation, { readonly code: Code }>;

const waiverNotes = ({ reason, until, file, line }: WaiverReference): readonly Phrase[] => [
  say`It stands at ${place(file, line)}, with the reason ${text(reason)}, until ${text(until)}.`,
];

export const accountOfWaiver = ({
  code,
  waiver,
}: Extract<Violation, { readonly waiver: WaiverReference }>): Account => ({
  title:
    code === 'waiver-expired'
      ? say`The waiver of ${text(waiver.agent)} for ${text(waiver.path)} is over`
      : say`The waiver of ${text(waiver.agent)} for ${text(waiver.path)} lifts nothing here`,
  rule: null,
  notes: waiverNotes(waiver),
});

/** As GitHub's settings page names them (docs.github.com, "Configuring commit squashing for pull requests"). */
const SQUASH_SETTINGS: Readonly<Record<SquashMessage, string>> = {
  PR_BODY: 'Pull request title and description',
  BLANK: 'Pull request title',
};

export const accountOfSquash = ({ setting }: Of<'squash-loses-trailers'>): Account => ({
  title: say`Squashing would lose the trailers`,
  rule: null,
  notes: [
    say`By the repository’s setting ${text(SQUASH_SETTINGS[setting])}, the message of a squashed commit holds no trailer of the commits.`,
    say`What is judged here stays judged; who reads the squashed commit later cannot tell whose work it is.`,
  ],
});
