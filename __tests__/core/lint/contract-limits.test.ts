import { describe, expect, it } from '@jest/globals';
import { anAgent } from '../../support/builders.js';
import { find, matrix, owners, show, told, TRACKED } from './contracts.js';

describe('the limits of a contract', () => {
  it('are 500 rows in all its tables', () => {
    const rows = (count: number) => Array.from({ length: count }, () => '| `config/**` | OWNS | - |');
    expect(told(matrix(...rows(500)))).toEqual([]);
    expect(told(matrix(...rows(499)), '', matrix('| `config/**` | OWNS | - |', '| `a` | - | - |'))).toEqual([
      '506 unread beyond-limits a',
    ]);
  });

  it('are 10,000 cells', () => {
    const table = (columns: number): readonly string[] => {
      const header = `| Path ${'| backend '.repeat(columns)}|`;
      const row = `| \`config/**\` ${'| OWNS '.repeat(columns)}|`;
      return told(header, header.replace(/[^|]+/g, '-'), ...Array.from({ length: 100 }, () => row));
    };
    expect(table(100)).toEqual(['1 unlisted database']);
    expect(table(101)).toEqual(['1 unlisted database', '102 unread beyond-limits config/**']);
  });

  it('are a hundred strangers', () => {
    const strangers = (count: number) => {
      const names = Array.from({ length: count }, (_, at) => `stranger-${String(at)}`).join(', ');
      const found = owners('| Path | Owner |', `| \`config/**\` | backend, ${names} |`);
      return found.filter((line) => line.includes(' unknown '));
    };
    expect(strangers(100)).toHaveLength(100);
    expect(strangers(101)).toHaveLength(100);
  });

  it('are 200 characters for what a cell of a matrix says', () => {
    const cell = (length: number) => told(matrix(`| \`config/**\` | ${'`'.repeat(length - 4)}OWNS | - |`));
    expect(cell(200)).toEqual([]);
    expect(cell(201)).toEqual([expect.stringMatching(/^3 unread cells /)]);
  });

  const some = (count: number) => `zz/{${Array.from({ length: count }, (_, at) => at).join(',')}}`;

  it('are a hundred patterns of a row', () => {
    const row = (count: number) => {
      const pattern = some(count).replace('zz', 'config');
      return told(matrix('| `config/**` | OWNS | - |', `| \`${pattern}\` | OWNS | - |`));
    };
    expect(row(100)).toEqual([]);
    expect(row(101)).toEqual([expect.stringMatching(/^4 unread patterns /)]);
  });

  it('are five million comparisons of patterns that match no file', () => {
    const wide = anAgent('wide', { owns: Array.from({ length: 10 }, () => `{**,${some(99)}}`) });
    const rows = (count: number) =>
      find(
        [
          '| Path | wide |',
          '|--|--|',
          ...Array.from({ length: count }, () => `| \`${some(100)}\` | OWNS |`),
        ].join('\n'),
        TRACKED,
        { agents: [wide], problems: [] },
      ).map(show);
    expect(rows(50)).toEqual([]);
    expect(rows(51)).toEqual([`53 unread beyond-limits ${some(100)}`]);
  });
});
