import { readFileSync } from 'node:fs';

import { expect, it } from '@jest/globals';

import { findContractDrift } from '../../../src/core/lint/contract.js';
import { anAgent } from '../../support/builders.js';
import { aSource } from '../definitions/reading.js';

const docs = readFileSync(new URL('../../../docs/definitions.md', import.meta.url), 'utf8');
const section = docs.split('### The contract\n')[1]?.split('\n## ')[0] ?? '';
const [, example = ''] = /```markdown\n([^]*?)```/.exec(section) ?? [];
const [, told = ''] = /```text\n([^]*?)\n```/.exec(section) ?? [];

it('docs/definitions.md is true about the contract', () => {
  const agents = [
    anAgent('backend', { owns: ['apps/**/views.py'], reads: ['apps/**/models.py', 'docs/'] }),
    anAgent('database', { owns: ['apps/**/models.py'], reads: ['docs/'] }),
  ];
  const source = aSource(example, '.claude/CONTRACT.md');
  const lines = findContractDrift(source, { agents, problems: [] }, []).map((problem) =>
    problem.code === 'contract-drift' && problem.drift.kind === 'row'
      ? [`line ${problem.line ?? '-'}  ${problem.drift.pattern}`]
          .concat(
            problem.drift.cells.map(
              ({ agent, contract, definition }) =>
                `${agent}: the contract says ${contract}, the definition ${definition}`,
            ),
          )
          .join('  ')
      : problem.code,
  );
  expect(lines.join('\n')).toBe(told);
});
