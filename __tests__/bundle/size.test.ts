import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { runCommandLine } from '../support/command-line.js';
import { aPullRequest, commitAs, DEFINITIONS } from '../support/pull-request.js';
import { temporaryDirectory } from '../support/repository.js';

const CLI = join(import.meta.dirname, '../../dist/cli');
const scripts = readdirSync(CLI).filter((name) => name.endsWith('.js'));

/** An agent of the branch works outside its OWNS, and its waiver is over. */
const CONFIG = `severity: { outside-owns: warning }
waivers:
  - { agent: database, path: frontend/index.html, reason: Agreed, until: 2026-01-01 }
`;

const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(CLI, file)).size, 0);

/** The scripts of the bundle that a command really loads, as V8 counts them. */
function loadedBy(args: readonly string[], config: Readonly<Record<string, string>>): readonly string[] {
  const coverage = temporaryDirectory();
  const pullRequest = aPullRequest({ ...DEFINITIONS, ...config });
  const { repository } = pullRequest;
  commitAs(pullRequest, ['database'], { 'README.md': 'Ours\n', 'apps/blog/models.py': '' });
  const environment = { NODE_V8_COVERAGE: coverage };
  expect(runCommandLine(repository.directory, args, { environment }).exitCode).toBe(0);
  const urls = readdirSync(coverage).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(coverage, file), 'utf8')) as {
      result: { url: string }[];
    };
    return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
  return scripts.filter((name) => urls.some((url) => fileURLToPath(url) === join(CLI, name)));
}

describe('dist/cli', () => {
  it('is below one megabyte with all that ships but the texts of the licences', () => {
    const ships = readdirSync(CLI).filter((name) => name !== 'licenses.txt');
    expect(ships).toEqual(expect.arrayContaining(['index.js', 'map-page.js', 'map-page.css']));
    expect(bytesOf(ships)).toBeLessThan(1_000_000);
  });

  it('holds neither the Actions toolkit nor its HTTP stack', () => {
    for (const name of scripts)
      expect(readFileSync(join(CLI, name), 'utf8')).not.toMatch(/undici|GITHUB_STEP_SUMMARY.*addRaw/);
  });

  it('holds one parser of YAML only', () => {
    for (const name of scripts)
      expect(readFileSync(join(CLI, name), 'utf8')).not.toContain('compiledTypeMap');
  });

  const commands = [[['check']], [['lint']], [['explain', 'x']]];

  it.each(commands)('loads less than 490 kB for %j', (args) => {
    const loaded = loadedBy(args, {});
    expect(loaded).toContain('index.js');
    expect(bytesOf(loaded)).toBeLessThan(490_000);
  });

  it.each(commands)('loads less than 500 kB for %j with a config that has something to say', (args) => {
    const loaded = loadedBy(args, { '.github/agent-ownership.yml': CONFIG });
    expect(bytesOf(loaded)).toBeLessThan(500_000);
  });
});
