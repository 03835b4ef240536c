import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aPage, programWith } from '../support/map-page.js';
import { aPullRequest, DEFINITIONS, definitionText } from '../support/pull-request.js';
import { errorsOfMap } from '../support/schemas.js';
import { runMain } from '../support/terminal.js';

const FILES = { 'apps/blog/models.py': 'x\n', 'apps/blog/views.py': 'x\n', 'docs/a.md': 'x\n' };
const aRepository = (more = {}) => aPullRequest({ ...DEFINITIONS, ...FILES, ...more }).repository;

interface MapJson {
  readonly commit: string | null;
  readonly files: number;
  readonly definitionErrors: number;
  readonly agents: readonly { readonly name: string; readonly color: string; readonly owns: number }[];
}

async function mapJson(directory: string, ...args: readonly string[]): Promise<MapJson> {
  const { stdout, exitCode } = await runMain(directory, ['map', '--format', 'json', ...args]);
  expect([exitCode, errorsOfMap(stdout)]).toEqual([0, []]);
  return JSON.parse(stdout) as MapJson;
}

describe('map', () => {
  it('reads the working tree, and a commit', async () => {
    const repository = aRepository();
    repository.write('docs/new.md').remove('docs/a.md').write('docs/more.md');

    expect(await mapJson(repository.directory)).toMatchObject({ commit: null, files: 7 });
    expect(await mapJson(repository.directory, '--at', 'HEAD')).toMatchObject({
      commit: repository.sha(),
      files: 6,
    });
  });

  it('shows a part of the tree, from where one stands', async () => {
    const { directory } = aRepository();

    expect((await mapJson(directory, 'apps', 'docs/a.md')).files).toBe(3);
    expect((await mapJson(join(directory, 'apps'), 'blog')).files).toBe(2);
    expect((await mapJson(join(directory, 'apps'), '..')).files).toBe(6);
  });

  it('heeds the colour of a definition', async () => {
    const purple = definitionText('docs', { OWNS: ['docs/**'] }).replace(
      'name: docs',
      "name: docs\ncolor: '#123456'",
    );
    const { directory } = aRepository({ '.claude/agents/docs.md': purple });
    const { agents } = await mapJson(directory);

    expect(agents.find(({ name }) => name === 'docs')).toMatchObject({ color: '#123456', owns: 1 });
  });

  it('tells that definitions have errors', async () => {
    const { directory } = aRepository({ '.claude/agents/x.md': definitionText('x', { OWNS: ['[ab'] }) });
    expect((await mapJson(directory)).definitionErrors).toBe(1);
    expect((await runMain(directory, ['map'])).stdout).toContain('Not every rule is on the map');
  });

  it('writes a page and a picture, and says so', async () => {
    const { directory } = aRepository();
    const programUrl = programWith(await aPage());
    const args = ['map', '--html', 'map.html', '--svg', 'map.svg'];
    const { exitCode, stdout } = await runMain(directory, args, { programUrl });

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Written: map\.svg .*\n\nWritten: map\.html /m);
    expect(readFileSync(join(directory, 'map.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(readFileSync(join(directory, 'map.svg'), 'utf8')).toMatch(/^<\?xml[^]*<\/svg>\n$/);
  });

  it.each([
    ['a part without files', ['missing'], 'no-such-path'],
    ['a part outside', ['../..'], 'path-outside'],
    ['a depth for JSON', ['--depth', '2', '--format', 'json'], 'usage'],
    ['a depth that is none', ['--depth', '0'], 'usage'],
    ['a folder that is missing', ['--svg', 'missing/map.svg'], 'unwritable-file'],
  ])('refuses %s with status 2', async (_, args, code) => {
    const { exitCode, stdout, stderr } = await runMain(aRepository().directory, ['map', ...args]);

    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain(code);
  });
});
