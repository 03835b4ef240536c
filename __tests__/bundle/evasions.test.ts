import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CLONE_EVASIONS } from '../evasions/clones.js';
import { FILES, CONFIG, type Evasion } from '../evasions/evasion.js';
import { EVENT_EVASIONS } from '../evasions/events.js';
import { FILE_EVASIONS } from '../evasions/files.js';
import { HISTORY_EVASIONS } from '../evasions/history.js';
import { MESSAGE_EVASIONS } from '../evasions/messages.js';
import { POLICY_EVASIONS } from '../evasions/policies.js';
import { GROUPS, type Row } from '../evasions/table.js';
import { runCommandLine } from '../support/command-line.js';
import { aPullRequest, DEFINITIONS } from '../support/pull-request.js';

const EVASIONS: Readonly<Record<string, Readonly<Record<string, Evasion>>>> = {
  Files: FILE_EVASIONS,
  Messages: MESSAGE_EVASIONS,
  History: HISTORY_EVASIONS,
  Rules: POLICY_EVASIONS,
  'The clone': CLONE_EVASIONS,
};

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly waivedBy: object | null;
  readonly undoneBy: string | null;
}

interface Report {
  readonly conclusion: string;
  readonly error?: { readonly code: string };
  readonly violations?: readonly Finding[];
  readonly problems?: readonly {
    readonly code: string;
    readonly severity: string;
    readonly counts: boolean;
  }[];
}

interface Verdict {
  /** Nothing was judged: the command line ends with 2. */
  readonly unchecked: boolean;
  readonly exitCode: number | null;
  readonly failing: readonly string[];
  readonly shown: readonly string[];
}

/** Carries the evasion out, and has the built command line judge the branch. */
function judge({ files, attack }: Evasion, settings?: string): Verdict {
  const all: NonNullable<Evasion['files']> = {
    ...FILES,
    ...DEFINITIONS,
    ...files,
    ...(settings === undefined ? {} : { [CONFIG]: `${settings}\n` }),
  };
  const present = Object.entries(all).flatMap(([path, text]) =>
    text === null ? [] : [[path, text] as const],
  );
  const pullRequest = aPullRequest(Object.fromEntries(present));
  attack(pullRequest);
  const { exitCode, stdout, stderr } = runCommandLine(pullRequest.repository.directory, [
    'check',
    '--format',
    'json',
  ]);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  return { exitCode, unchecked: report.error !== undefined, ...codesOf(report) };
}

function codesOf({ error, violations = [], problems = [] }: Report): Pick<Verdict, 'failing' | 'shown'> {
  const standing = violations.filter(({ waivedBy, undoneBy }) => waivedBy === null && undoneBy === null);
  const failing = [
    ...(error === undefined ? [] : [error.code]),
    ...standing.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    ...problems.filter(({ severity, counts }) => severity === 'error' && counts).map(({ code }) => code),
  ];
  const shown = standing.filter(({ severity }) => severity !== 'error').map(({ code }) => code);
  return { failing: [...new Set(failing)].sort(), shown: [...new Set(shown)].sort() };
}

const ofBranches = GROUPS.filter(({ group }) => group in EVASIONS);
const [ofEvents = [], ...others] = GROUPS.filter(({ group }) => !(group in EVASIONS)).map(
  ({ evasions }) => evasions,
);

it('has an attack for every row, and a row for every attack', () => {
  for (const { group, evasions } of ofBranches)
    expect(evasions.map(({ id }) => id).sort()).toEqual(Object.keys(EVASIONS[group] ?? {}).sort());
  expect(ofEvents.map(({ id }) => id).sort()).toEqual(Object.keys(EVENT_EVASIONS).sort());
  expect(others).toEqual([]);
});

describe('Events', () => {
  it.each(ofEvents)('$result: $how', async ({ id, codes }) => {
    const step = await EVENT_EVASIONS[id]?.();
    if (step === undefined) throw new Error(`no attack: ${id}`);
    const { exitCode, outputs, annotations } = step;
    const [unchecked] = annotations.flatMap(
      ({ message }) => /^Could not check \(([\w-]+)\)/.exec(message)?.[1] ?? [],
    );
    const failing =
      unchecked === undefined
        ? codesOf(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report).failing
        : [unchecked];
    expect({ exitCode, failing }).toEqual({ exitCode: 1, failing: codes });
  });
});

describe.each(ofBranches)('$group', ({ group, evasions }) => {
  const attackOf = ({ id }: Row): Evasion => {
    const evasion = EVASIONS[group]?.[id];
    if (evasion === undefined) throw new Error(`no attack: ${id}`);
    return evasion;
  };

  it.each(evasions)('$result: $how', (row) => {
    const { exitCode, unchecked, failing, shown } = judge(attackOf(row));
    switch (row.result) {
      case 'caught':
        expect({ exitCode, failing }).toEqual({
          exitCode: unchecked ? 2 : 1,
          failing: row.codes,
        });
        break;
      case 'shown':
        expect({ exitCode, failing }).toEqual({ exitCode: 0, failing: [] });
        expect(shown).toEqual(row.codes);
        break;
      case 'out-of-reach':
        expect({ exitCode, failing, shown }).toEqual({ exitCode: 0, failing: [], shown: [] });
        break;
    }
  });

  const closed = evasions.filter(({ settings }) => settings !== undefined);
  if (closed.length === 0) return;
  it.each(closed)('is closed by $settings: $how', (row) => {
    const { exitCode, failing } = judge(attackOf(row), row.settings);
    expect({ exitCode, failing }).toEqual({ exitCode: 1, failing: row.closes });
  });
});
