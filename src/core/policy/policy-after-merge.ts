import type { Policy } from './policy.js';

type Keys = Readonly<Record<string, unknown>>;

/**
 * The policy that both sides together leave behind where the base's config has changed since the branch began: what the
 * branch leaves as it was is the base's, key by key, and code by code or name by name where a key holds these.
 */
export const policyAfterMerge = (began: Policy, base: Policy, head: Policy): Policy => ({
  ...(merged({ ...began }, { ...base }, { ...head }) as unknown as Policy),
  severity: merged(began.severity, base.severity, head.severity) as Policy['severity'],
  agents: merged(began.agents, base.agents, head.agents) as Policy['agents'],
  aliases: merged(began.aliases, base.aliases, head.aliases) as Policy['aliases'],
  headings: merged({ ...began.headings }, { ...base.headings }, { ...head.headings }),
  identities: merged(
    { ...began.identities },
    { ...base.identities },
    { ...head.identities },
  ) as unknown as Policy['identities'],
});

function merged(began: Keys, base: Keys, head: Keys): Keys {
  const keys = new Set([...Object.keys(base), ...Object.keys(head)]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const side = isSame(valueOf(began, key), valueOf(head, key)) ? base : head;
      return Object.hasOwn(side, key) ? [[key, side[key]] as const] : [];
    }),
  );
}

const valueOf = (all: Keys, key: string): unknown => (Object.hasOwn(all, key) ? all[key] : undefined);

/** As they are written: a compiled pattern follows from its text, and where it stands says nothing. */
const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);

const textOf = (value: unknown): string | undefined =>
  JSON.stringify(value, (key, inner: unknown) =>
    key === 'compiled' || key === 'location' ? undefined : inner,
  );
