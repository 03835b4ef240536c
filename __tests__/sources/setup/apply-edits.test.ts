import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Edit } from '../../../src/core/setup/plan.js';
import { applyEdits } from '../../../src/sources/setup/apply-edits.js';
import { temporaryDirectory } from '../../support/repository.js';
import { snapshot } from '../../cli/setup/scenes.js';

const anEdit = (path: string, before: string | null, after: string | null): Edit => ({
  path,
  before,
  after,
  executable: false,
  why: 'plugin',
});

it.each([
  ['a name that leaves no room for another beside it', anEdit('x'.repeat(240), null, 'x'), 'unwritable-file'],
  ['a file that is not what it was', anEdit('b', 'other', 'x'), 'changed-meanwhile'],
  ['a file that is there meanwhile', anEdit('b', null, 'x'), 'changed-meanwhile'],
  ['a path outside', anEdit('../x', null, 'x'), 'changed-meanwhile'],
])('carries out nothing where one edit is of %s', async (_, bad, code) => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'a'), '1');
  writeFileSync(join(folder, 'b'), '2');
  const before = snapshot(folder);
  const edits = [anEdit('a', '1', null), anEdit('deep/er/c', null, '3'), anEdit('b', '2', '22'), bad];
  await expect(applyEdits([folder], edits)).rejects.toMatchObject({ code });
  expect(snapshot(folder)).toEqual(before);
});

it('says which directories it made, the inner ones last', async () => {
  const folder = temporaryDirectory();
  const made = await applyEdits([folder], [anEdit('deep/er/c', null, '3')]);
  expect(made).toEqual([join(folder, 'deep'), join(folder, 'deep/er')]);
});
