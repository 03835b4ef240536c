import type { DefinitionProblem } from '../../../src/core/definitions/problem.js';
import { findContractDrift } from '../../../src/core/lint/contract.js';
import { repoPath } from '../../../src/core/vocabulary.js';
import { anAgent } from '../../support/builders.js';
import { aSource } from '../definitions/reading.js';

export const BACKEND = anAgent('backend', {
  owns: ['apps/**/views.py', 'config/**'],
  reads: ['apps/**/models.py', 'docs/'],
  cannotTouch: ['apps/**/models.py', 'tests/**'],
});
export const DATABASE = anAgent('database', { owns: ['apps/**/models.py'], reads: ['apps/**/views.py'] });
export const ROSTER = { agents: [BACKEND, DATABASE], problems: [] };
export const TRACKED = [
  'apps/blog/models.py',
  'apps/blog/views.py',
  'apps/shop/models.py',
  'config/a.toml',
  'docs/a.md',
  'tests/a.py',
].map(repoPath);

const contract = (text: string) => aSource(text, '.claude/CONTRACT.md');
/** What a contract with that text drifts in. */
export const find = (
  text: string,
  tracked = TRACKED,
  roster: Parameters<typeof findContractDrift>[1] = ROSTER,
) => findContractDrift(contract(text), roster, tracked);

/** A problem in one line. */
export const show = (problem: DefinitionProblem): string => {
  if (problem.code !== 'contract-drift') return problem.code;
  const { drift } = problem;
  const at = `${problem.line ?? '-'} `;
  switch (drift.kind) {
    case 'row': {
      const cells = drift.cells.map(
        ({ agent, contract: says, definition, paths }) => `${agent} ${says}/${definition} ${paths.count}`,
      );
      return `${at}${drift.pattern}: ${cells.join('; ')}`;
    }
    case 'unknown-agent':
      return `${at}unknown ${drift.name} ${drift.nearest ?? '-'}`;
    case 'unlisted-agents':
      return `${at}unlisted ${drift.names.join(', ')}`;
    case 'unreadable-row':
      return `${at}unread ${drift.fault} ${drift.text}`;
    case 'unreadable':
      return `${at}unreadable ${drift.reason}`;
  }
};

/** A matrix of the two agents. */
export const matrix = (...rows: readonly string[]): string =>
  ['| Path | backend | database |', '|---|---|---|', ...rows].join('\n');

/** What a contract of these lines drifts in. */
export const told = (...lines: readonly string[]): readonly string[] => find(lines.join('\n')).map(show);

/** What a table drifts in. */
export const owners = (header: string, ...rows: readonly string[]): readonly string[] =>
  told(header, header.replace(/[^|]+/g, '--'), ...rows);
