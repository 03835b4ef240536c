import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepResult } from '../../src/cli/demo/run-action.js';
import { runActionBundle } from '../support/action-runner.js';
import { aPullRequestEvent } from '../support/pull-request-event.js';
import { aPullRequest, commitAs, runAction, type PullRequest } from '../support/pull-request.js';
import { createRepository, makePipe, temporaryDirectory } from '../support/repository.js';

type Worlds = Readonly<Record<string, () => Promise<StepResult>>>;

/** A pull request with one finding, so that nothing may pass. */
function aScene(): PullRequest {
  const pullRequest = aPullRequest();
  commitAs(pullRequest, ['backend-django'], { 'apps/blog/models.py': 'models\n' });
  commitAs(pullRequest, ['backend-django'], { 'apps/blog/views.py': 'views\n' });
  return pullRequest;
}

/** A folder for `PATH` with a script of this name. */
export function withProgram(name: string, script: string): string {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  return folder;
}

/** The action with a git of ours before the real one; `$REAL` runs that. */
const withGit = (script: string) => () =>
  runAction(aScene(), {
    variables: {
      GITHUB_REPOSITORY: '',
      PATH: `${withProgram('git', `REAL=$(PATH=/usr/local/bin:/usr/bin:/bin command -v git)\n${script}`)}:/usr/bin:/bin`,
    },
  });

const afterVersion = (script: string): string =>
  `case "$*" in *version*) echo git version 2.45.0;; *) ${script};; esac`;

const withVariables = (variables: Readonly<Record<string, string>>) => () =>
  runAction(aScene(), { variables });

const withEvent =
  (event: unknown, eventName = 'pull_request') =>
  () =>
    runActionBundle({ workspace: aScene().repository.directory, event, eventName });

function withHead(sha: string): () => Promise<StepResult> {
  const event = aPullRequestEvent();
  const { pull_request: pull } = event;
  return withEvent({ ...event, pull_request: { ...pull, head: { ...pull.head, sha } } });
}

/** Node with at most so many blocks of 512 bytes for a file, as on a disk that is full. */
function onAFullDisk(blocks: number): string {
  const folder = withProgram('node', `ulimit -f ${blocks}\ntrap '' XFSZ\nexec ${process.execPath} "$@"`);
  return join(folder, 'node');
}

/** What is broken on the machine where the built action runs. */
export const BROKEN_WORLDS: Worlds = {
  'git-absent': withVariables({ PATH: '/nowhere' }),
  'git-wrong': withGit('echo git version 2.30.0'),
  'git-silent': withGit(afterVersion('exit 0')),
  'git-garbage': withGit(afterVersion('echo "<html>no"')),
  'git-cut-off': withGit(afterVersion('kill -9 $$')),
  'git-half': withGit('case " $* " in *" log "*) "$REAL" "$@" | head -c 300;; *) exec "$REAL" "$@";; esac'),
  'git-hostile': () => {
    const other = createRepository();
    other.commit();
    return withVariables({
      GIT_DIR: join(other.directory, '.git'),
      GIT_WORK_TREE: other.directory,
      GIT_OBJECT_DIRECTORY: '/nowhere',
      GIT_CONFIG_PARAMETERS: "'core.commentChar=A' 'trailer.separators=='",
      GIT_REPLACE_REF_BASE: 'refs/heads/',
    })();
  },
  'disk-absent': () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    return withVariables({ RUNNER_TEMP: join(file, 'temp') })();
  },
  'disk-wrong': () => {
    const scene = aScene();
    const { directory } = scene.repository;
    const oid = scene.repository.git('rev-parse', 'topic~1^{tree}');
    const object = join(directory, '.git/objects', oid.slice(0, 2), oid.slice(2));
    chmodSync(object, 0o644);
    writeFileSync(object, 'damaged');
    return runAction(scene, { variables: { GITHUB_REPOSITORY: '' } });
  },
  'disk-cut-off': withVariables({ GITHUB_STEP_SUMMARY: '/dev/full' }),
  'disk-no-output': withVariables({ GITHUB_OUTPUT: '/nowhere/output' }),
  'disk-slow-output': () => withVariables({ GITHUB_OUTPUT: makePipe() })(),
  'disk-slow-summary': () => withVariables({ GITHUB_STEP_SUMMARY: makePipe() })(),
  'disk-full': () => runAction(aScene(), { nodePath: onAFullDisk(0) }),
  'disk-hostile': () => {
    const [temporary, elsewhere] = [temporaryDirectory(), temporaryDirectory()];
    symlinkSync(elsewhere, join(temporary, 'agent-ownership'));
    return withVariables({ RUNNER_TEMP: temporary })();
  },
  'event-absent': withVariables({ GITHUB_EVENT_PATH: '/nowhere/event.json' }),
  'event-unnamed': withVariables({ GITHUB_EVENT_PATH: '' }),
  'event-slow': () => withVariables({ GITHUB_EVENT_PATH: makePipe() })(),
  'event-cut-off': withEvent(JSON.stringify(aPullRequestEvent()).slice(0, 200)),
  'event-wrong': withEvent({}),
  'event-other': withEvent({}, 'workflow_run'),
  'event-option': withHead('--upload-pack=touch'),
  'event-no-sha': withHead('9'.repeat(40)),
};
