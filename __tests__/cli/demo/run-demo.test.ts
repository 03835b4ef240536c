import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actionBeside, runDemo, type DemoOptions } from '../../../src/cli/demo/run-demo.js';
import { SCENE } from '../../../src/cli/demo/scene.js';
import { plainPaint } from '../../../src/reporters/paint.js';

/** In place of the bundle, which need not be built where these tests run. */
const ACTION = `
import { appendFileSync } from 'node:fs';
console.log('::error title=Forbidden,file=apps/blog/models.py::The database agent owns it.%0AHand it over.');
appendFileSync(process.env.GITHUB_OUTPUT, 'conclusion=failure\\nviolations=1\\n');
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '## Failed\\n\\nSee \`models.py\`.\\n\\n### agent\\n\\nAgain\\n\\n<details>\\n<summary>Rules</summary>\\n\\n- a\\n</details>');
process.exitCode = 1;
`;

describe('runDemo', () => {
  let tempParent: string;
  let shown: string;

  beforeEach(async () => {
    shown = '';
    tempParent = await mkdtemp(path.join(tmpdir(), 'run-demo-'));
    await writeFile(path.join(tempParent, 'action.mjs'), ACTION);
  });

  afterEach(async () => {
    await rm(tempParent, { recursive: true, force: true });
  });

  const options = (overrides: Partial<DemoOptions> = {}): DemoOptions => ({
    environment: process.env,
    nodePath: process.execPath,
    actionPath: path.join(tempParent, 'action.mjs'),
    tempParent,
    keep: false,
    write: (text) => {
      shown += text;
    },
    paint: plainPaint,
    ...overrides,
  });

  it('shows the commits, the annotations, the summary and the result, and succeeds', async () => {
    await expect(runDemo(options())).resolves.toBe(0);
    for (const { subject, agents } of SCENE.commits) {
      expect(shown).toContain(subject);
      for (const agent of agents) expect(shown).toContain(`Agent: ${agent}`);
    }
    expect(shown).toContain(
      '✖ error    apps/blog/models.py  Forbidden\n    The database agent owns it.\n    Hand it over.',
    );
    expect(shown).toContain(
      'Failed\n\nSee models.py.\n\n… each finding once more, with the command to copy\n\n▸ Rules\n',
    );
    expect(shown).toContain('exit code 1, outputs: conclusion=failure, violations=1');
  });

  it('leaves nothing behind', async () => {
    await runDemo(options());
    expect(await readdir(tempParent)).toEqual(['action.mjs']);
  });

  it('keeps the repository when asked, and says where it is', async () => {
    await runDemo(options({ keep: true }));
    const kept = (await readdir(tempParent)).filter((name) => name !== 'action.mjs');
    expect(kept).toHaveLength(1);
    expect(shown).toContain(path.join(tempParent, kept[0] ?? '', 'repository'));
  });

  it('fails where git is missing', async () => {
    await expect(runDemo(options({ environment: { PATH: tempParent } }))).rejects.toMatchObject({
      code: 'git-missing',
    });
    expect(await readdir(tempParent)).toEqual(['action.mjs']);
  });

  it('fails where the action is not built', async () => {
    const actionPath = path.join(tempParent, 'missing.mjs');
    await expect(runDemo(options({ actionPath }))).rejects.toMatchObject({
      code: 'unreadable-file',
      subject: actionPath,
    });
    expect(shown).toBe('');
  });

  it('fails where the action comes to no verdict, with what it says', async () => {
    await writeFile(path.join(tempParent, 'action.mjs'), "console.log('::error::Could not check');");
    await expect(runDemo(options())).rejects.toMatchObject({ code: 'internal', subject: 'Could not check' });
  });
});

describe('actionBeside', () => {
  it('finds the action beside the command line', () => {
    expect(actionBeside('file:///opt/it/dist/cli/index.js')).toBe(
      path.normalize('/opt/it/dist/action/index.js'),
    );
  });
});
