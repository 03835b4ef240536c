import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkBranch } from '../../src/check/check-branch.js';
import { locateFindings } from '../../src/check/locate-findings.js';
import { withRepository } from '../../src/check/open-repository.js';
import { usualSettings } from '../../src/check/settings.js';
import type { Report } from '../../src/core/report.js';
import { locateGit } from '../../src/sources/git/environment.js';
import { createRepository, environment, temporaryDirectory } from '../support/repository.js';

interface Branch {
  readonly commits: number;
  /** One commit in ten merges a side branch of one commit, one merge in three with a change of its own. */
  readonly merges: boolean;
  /** One commit in twenty goes astray, in one of three files. */
  readonly offences: boolean;
}

const DEFINITION = '---\nname: database\ndescription: d\n---\n## CANNOT TOUCH\n- `frontend/**`\n';
const toData = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** A repository whose `topic` is such a branch of `main`, by git-fast-import(1). */
function aRepositoryWith({ commits, merges, offences }: Branch) {
  const repository = createRepository();
  const lines: string[] = [];
  let second = 1_767_225_600;
  const commit = (branch: string, parents: readonly string[], files: Readonly<Record<string, string>>) => {
    const who = `Somebody <somebody@example.com> ${second++} +0000`;
    const [from, ...merged] = parents;
    lines.push(
      `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n${toData('Work\n\nAgent: database\n')}`,
      from === undefined || from === branch ? '' : `from refs/heads/${from}\n`,
      ...merged.map((parent) => `merge refs/heads/${parent}\n`),
      ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${toData(text)}`),
      '\n',
    );
  };
  commit('main', [], { '.claude/agents/database.md': DEFINITION, 'a.txt': 'a\n' });
  for (let index = 0; index < commits; index += 1) {
    const before = index === 0 ? 'main' : 'topic';
    const text = `${index}\n`;
    if (merges && index % 10 === 5) {
      commit('side', [before], { [`side/${index}.txt`]: text });
      commit(
        'topic',
        [before, 'side'],
        index % 30 === 5 ? { [`side/${index}.txt`]: text, 'a.txt': text } : { [`side/${index}.txt`]: text },
      );
    } else {
      const astray = offences && index % 20 === 0;
      commit('topic', [before], { [astray ? `frontend/${index % 60}.ts` : `db/${index % 50}.sql`]: text });
    }
  }
  repository.gitWithInput(lines.join(''), 'fast-import', '--quiet');
  return repository;
}

/** The subcommands of all git processes that a check starts, and its verdict. */
async function processesOf(branch: Branch, locate = false) {
  const repository = aRepositoryWith(branch);
  const folder = temporaryDirectory();
  const log = join(folder, 'log');
  const git = join(folder, 'git');
  writeFileSync(git, `#!/bin/sh\necho "$*" >> '${log}'\nexec '${locateGit(environment) ?? ''}' "$@"\n`);
  chmodSync(git, 0o755);
  const watched = { PATH: `${folder}${delimiter}${environment.PATH ?? ''}` };
  const open = { environment: watched, directory: repository.directory, temporaryDirectory: folder };
  const report = await withRepository(open, async (opened): Promise<Report> => {
    const ends = { base: repository.sha('main'), head: repository.sha('topic') };
    const judged = await checkBranch(opened, ends, usualSettings('2026-06-01'));
    return locate ? locateFindings(opened.borrowed, judged, () => undefined) : judged;
  });
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  rmSync(folder, { recursive: true });
  const subcommands = lines.map((line) => line.replaceAll(/--git-dir=\S+ |-c \S+ /g, '').split(' ', 1)[0]);
  return { subcommands, report };
}

/** Above the most that any of these branches takes, however long: 4 of them merge. */
const HANDFUL = 12;

describe('the processes of a check', () => {
  it.each([
    ['of commits in a row', { merges: false, offences: false }],
    ['with findings', { merges: false, offences: true }],
    ['with merges', { merges: true, offences: false }],
    ['with merges and findings', { merges: true, offences: true }],
  ])('are a handful for a branch %s, whatever its length', async (_, shape) => {
    for (const commits of [1, 20, 1_000]) {
      const { subcommands, report } = await processesOf({ ...shape, commits });
      expect(report.coverage.commits).toBeGreaterThanOrEqual(commits);
      expect(report.violations.length > 0).toBe(shape.offences);
      expect(subcommands).toContain('log');
      expect(subcommands.length).toBeLessThanOrEqual(HANDFUL + (shape.merges ? 4 : 0));
    }
  });

  it('are one for blaming each file with a finding, and none for the other files', async () => {
    const { subcommands, report } = await processesOf({ commits: 200, merges: false, offences: true }, true);
    expect(report.violations).toHaveLength(10);
    expect(subcommands.filter((name) => name === 'blame')).toHaveLength(3);
  });

  it('read no tree and no range twice', async () => {
    const { subcommands } = await processesOf({ commits: 20, merges: false, offences: true });
    const times = (name: string) => subcommands.filter((each) => each === name).length;
    expect([times('log'), times('cat-file'), times('ls-tree')]).toEqual([1, 1, 2]);
  });
});
