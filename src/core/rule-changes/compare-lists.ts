import { normaliseName } from '../attribution/names.js';
import type { Policy } from '../policy/policy.js';
import type { SettingDifference } from './setting-difference.js';

/** A key of the config whose value is a list. */
interface ListKey {
  readonly key: string;
  readonly valuesOf: (policy: Policy) => readonly string[];
  /** What one more value does to what agents may do; an exception (`!`) does the opposite. */
  readonly adding: 'loosens' | 'tightens';
  /** Equal for values that mean the same. */
  readonly meaningOf?: (value: string) => string;
}

const lower = (value: string): string => value.toLowerCase();

const LISTS: readonly ListKey[] = [
  { key: 'definitions', valuesOf: ({ definitions }) => definitions, adding: 'tightens' },
  { key: 'trailers', valuesOf: ({ trailers }) => trailers, adding: 'tightens', meaningOf: lower },
  { key: 'people', valuesOf: ({ people }) => people, adding: 'loosens', meaningOf: normaliseName },
  {
    key: 'headings.owns',
    valuesOf: ({ headings }) => headings.owns ?? [],
    adding: 'loosens',
    meaningOf: lower,
  },
  {
    key: 'headings.reads',
    valuesOf: ({ headings }) => headings.reads ?? [],
    adding: 'tightens',
    meaningOf: lower,
  },
  {
    key: 'headings.cannot-touch',
    valuesOf: ({ headings }) => headings['cannot-touch'] ?? [],
    adding: 'tightens',
    meaningOf: lower,
  },
  { key: 'identities.ai', valuesOf: ({ identities }) => identities.ai, adding: 'tightens' },
  { key: 'identities.people', valuesOf: ({ identities }) => identities.people, adding: 'loosens' },
  { key: 'identities.bots', valuesOf: ({ identities }) => identities.bots, adding: 'loosens' },
  { key: 'protected', valuesOf: (policy) => policy.protected, adding: 'tightens' },
  { key: 'shared', valuesOf: ({ shared }) => shared, adding: 'loosens' },
  { key: 'trusted-branches', valuesOf: ({ trustedBranches }) => trustedBranches, adding: 'loosens' },
];

/** The values that only one side has, one difference for each key and direction. */
export const compareLists = (before: Policy, after: Policy): readonly SettingDifference[] =>
  LISTS.flatMap((list) => {
    const { key, valuesOf, adding } = list;
    const gone = missingFrom(valuesOf(after), valuesOf(before), list);
    const come = missingFrom(valuesOf(before), valuesOf(after), list);
    const isAdded = (value: string): boolean => !value.startsWith('!');
    const loosens = (value: string, comes: boolean): boolean =>
      (isAdded(value) === comes) === (adding === 'loosens');
    return ([true, false] as const).flatMap((isLoosened): readonly SettingDifference[] => {
      const removed = gone.filter((value) => loosens(value, false) === isLoosened);
      const added = come.filter((value) => loosens(value, true) === isLoosened);
      const effect = isLoosened ? 'loosened' : 'tightened';
      return removed.length + added.length === 0
        ? []
        : [{ effect, agent: null, key, before: removed.join(', '), after: added.join(', ') }];
    });
  });

function missingFrom(
  some: readonly string[],
  all: readonly string[],
  { meaningOf = (value) => value }: ListKey,
): readonly string[] {
  const known = new Set(some.map(meaningOf));
  return all.filter((value) => !known.has(meaningOf(value)));
}
