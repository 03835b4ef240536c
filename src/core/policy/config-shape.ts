import type { DefinitionProblemCode } from '../definitions/problem.js';
import { severityOf } from '../definitions/problem-severities.js';
import { AGENT_CODES, AGENTLESS_CODES, FIXED_CODES, SETTABLE_CODES } from './codes.js';
import { DEFAULT_POLICY, type Code, type Level } from './policy.js';
import type { Field, Shape, ValueOf } from './shape.js';

const LEVELS = ['error', 'warning', 'notice', 'off'] as const satisfies readonly Level[];
const LEVEL = { kind: 'choice', choices: LEVELS } as const;

const list = <Format extends Extract<Shape, { readonly kind: 'text' }>['format']>(
  format: Format,
  atLeast = 0,
) => ({ kind: 'list', of: { kind: 'text', format }, atLeast }) as const;

interface SeverityShape extends Extract<Shape, { readonly kind: 'object' }> {
  readonly fields: Readonly<Record<Code, { readonly about: string; readonly shape: typeof LEVEL }>>;
}

const severities = (codes: readonly Code[], more: readonly Code[]): SeverityShape => ({
  kind: 'object',
  fields: Object.fromEntries(
    codes.map((code) => [
      code,
      { shape: LEVEL, about: `See docs/codes.md#${code}.`, fallback: fallbackOf(code) },
    ]),
  ) as unknown as SeverityShape['fields'],
  refused: Object.fromEntries([
    ...FIXED_CODES.map((code) => [code, 'always-fails'] as const),
    ...more.map((code) => [code, 'of-no-agent'] as const),
  ]),
});

const fallbackOf = (code: Code): Level =>
  DEFAULT_POLICY.severity[code] ?? severityOf(code as DefinitionProblemCode);

/** The config, key by key: what is read and what is published are both made from this. */
export const CONFIG = {
  kind: 'object',
  fields: {
    definitions: {
      about:
        'Which files are agent definitions, as patterns of the dialect in docs/definitions.md; the last that matches decides, and one that begins with `!` takes out.',
      shape: list('definition-pattern', 1),
      fallback: DEFAULT_POLICY.definitions,
    },
    trailers: {
      about: 'The keys of the trailers that claim a commit for an agent; upper and lower case are the same.',
      shape: list('trailer-key', 1),
      fallback: DEFAULT_POLICY.trailers,
    },
    aliases: {
      about: 'Names that stand for another one: the old name, then the agent that it means.',
      shape: { kind: 'record', keys: 'name', of: { kind: 'text', format: 'name' } },
      fallback: DEFAULT_POLICY.aliases,
    },
    people: {
      about: 'Trailer values that mean a person.',
      shape: list('name'),
      fallback: DEFAULT_POLICY.people,
    },
    headings: {
      about: 'Further headings that name a section, beside the usual ones.',
      shape: {
        kind: 'object',
        fields: {
          owns: { about: 'Headings for OWNS.', shape: list('heading'), fallback: [] },
          reads: { about: 'Headings for READS.', shape: list('heading'), fallback: [] },
          'cannot-touch': { about: 'Headings for CANNOT TOUCH.', shape: list('heading'), fallback: [] },
        },
      },
    },
    identities: {
      about:
        'Further authors and co-authors, by name or e-mail address; `*` stands for anything. Beside those that are built in.',
      shape: {
        kind: 'object',
        fields: {
          ai: { about: 'They show that an AI made a commit.', shape: list('identity'), fallback: [] },
          people: { about: 'They are people.', shape: list('identity'), fallback: [] },
          bots: { about: 'They are bots that need no trailer.', shape: list('identity'), fallback: [] },
        },
      },
    },
    mode: {
      about: 'In `report-only` everything is shown and nothing fails.',
      shape: { kind: 'choice', choices: ['enforce', 'report-only'] },
      fallback: DEFAULT_POLICY.mode,
    },
    severity: {
      about: 'How heavily each kind of finding and each problem of a definition weighs.',
      shape: severities(SETTABLE_CODES, []),
    },
    agents: {
      about: 'What differs for one agent, by its exact name.',
      shape: {
        kind: 'record',
        keys: 'name',
        of: {
          kind: 'object',
          fields: {
            severity: {
              about: 'How heavily each kind of finding weighs for this agent.',
              shape: severities(AGENT_CODES, AGENTLESS_CODES),
              required: true,
            },
          },
        },
      },
      fallback: DEFAULT_POLICY.agents,
    },
    protected: {
      about: 'Patterns of further paths that only an OWNS entry which names the place opens to an agent.',
      shape: list('pattern'),
      fallback: DEFAULT_POLICY.protected,
    },
    shared: {
      about:
        'Patterns of paths that are open to every agent, such as a lock file; protected paths stay closed.',
      shape: list('narrow-pattern'),
      fallback: DEFAULT_POLICY.shared,
    },
    'trusted-branches': {
      about: 'Branches whose commits were judged before, so that they are not judged again.',
      shape: list('branch'),
      fallback: DEFAULT_POLICY.trustedBranches,
    },
    waivers: {
      about: 'Exceptions that somebody decided on.',
      shape: {
        kind: 'list',
        atLeast: 0,
        of: {
          kind: 'object',
          fields: {
            agent: {
              about: 'The exact name of the agent.',
              shape: { kind: 'text', format: 'name' },
              required: true,
            },
            path: {
              about: 'A pattern of the paths; one that matches everything is refused.',
              shape: { kind: 'text', format: 'narrow-pattern' },
              required: true,
            },
            reason: {
              about: 'Why. It is shown wherever the waiver lifts something.',
              shape: { kind: 'text', format: 'reason' },
              required: true,
            },
            until: {
              about: 'The last day on which it is valid, in UTC; at most a year ahead.',
              shape: { kind: 'text', format: 'day' },
              required: true,
            },
          },
        },
      },
      fallback: DEFAULT_POLICY.waivers,
    },
    'allow-self': {
      about: 'Whether the author of a pull request or of a commit may approve it by the label.',
      shape: { kind: 'flag' },
      fallback: DEFAULT_POLICY.allowSelf,
    },
  },
} as const satisfies { readonly kind: 'object'; readonly fields: Readonly<Record<string, Field>> };

/** What a config says, in its own words; keys that it does not have are not there. */
export type ConfigData = ValueOf<typeof CONFIG>;
