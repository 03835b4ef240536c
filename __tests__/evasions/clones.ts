import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAs, type PullRequest } from '../support/pull-request.js';
import type { TestRepository } from '../support/repository.js';
import { AGENT, MODELS, VIEWS, type Evasion, type Evasions } from './evasion.js';

/** A forbidden change, and a repository that is then made to lie about it. */
const lying = (lie: (pullRequest: PullRequest) => void): Evasion => ({
  attack: (scene) => {
    commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
    commitAs(scene, [AGENT], { [VIEWS]: 'changed\n' });
    lie(scene);
  },
});

const configured = (...pairs: readonly (readonly [key: string, value: string])[]): Evasion =>
  lying(({ repository }) => {
    for (const [key, value] of pairs) repository.git('config', key, value);
  });

/**
 * Gives a commit another parent in the commit-graph, and the file a sound checksum (gitformat-commit-graph(5)): a log of the
 * clone itself then leaves out what lies between.
 */
function forgeParent({ directory }: TestRepository, child: string, parent: string): void {
  const file = join(directory, '.git/objects/info/commit-graph');
  const bytes = readFileSync(file);
  const chunks = Array.from({ length: bytes[6] ?? 0 }, (_, index) => {
    const at = 8 + index * 12;
    return [bytes.toString('latin1', at, at + 4), Number(bytes.readBigUInt64BE(at + 4))] as const;
  });
  const offsetOf = (name: string): number => chunks.find(([found]) => found === name)?.[1] ?? 0;
  const names = offsetOf('OIDL');
  const positionOf = (sha: string): number => (bytes.indexOf(Buffer.from(sha, 'hex'), names) - names) / 20;
  bytes.writeUInt32BE(positionOf(parent), offsetOf('CDAT') + positionOf(child) * 36 + 20);
  createHash('sha1')
    .update(bytes.subarray(0, -20))
    .digest()
    .copy(bytes, bytes.length - 20);
  rmSync(file);
  writeFileSync(file, bytes);
}

/** What the clone that is judged says of itself: its config, refs, grafts and files beside the objects. */
export const CLONE_EVASIONS: Evasions = {
  'replaced-commit': lying(({ repository }) => {
    const other = repository.git('commit-tree', '-m', 'Harmless', '-p', 'main', 'main^{tree}');
    repository.git('replace', 'topic~1', other);
  }),
  'replaced-definition': lying(({ repository }) => {
    const other = repository.gitWithInput(`---\nname: ${AGENT}\n---\n`, 'hash-object', '-w', '--stdin');
    repository.git('replace', `main:.claude/agents/${AGENT}.md`, other);
  }),
  graft: lying(({ repository }) => {
    repository.write('.git/info/grafts', `${repository.sha('topic')} ${repository.sha('main')}\n`);
  }),
  'config-of-trailers': configured(
    ['core.commentChar', 'A'],
    ['trailer.separators', '='],
    ['trailer.agent.key', 'Not-Agent'],
  ),
  'config-of-diffs': configured(
    ['diff.ignoreSubmodules', 'all'],
    ['diff.renames', 'copies'],
    ['diff.external', 'true'],
    ['core.quotePath', 'true'],
    ['log.follow', 'true'],
  ),
  'commit-graph': lying(({ repository }) => {
    repository.git('commit-graph', 'write', '--reachable');
    forgeParent(repository, repository.sha('topic'), repository.sha('main'));
  }),
  attributes: lying(({ repository }) => {
    repository.write('.git/info/attributes', '* -diff merge=ours export-ignore\n');
  }),
  notes: lying(({ repository }) => {
    repository.git('notes', 'add', '-m', 'Agent: database', 'topic~1');
  }),
  'index-and-working-tree': lying(({ repository }) => {
    repository.git('update-index', '--assume-unchanged', MODELS);
    repository.git('update-index', '--skip-worktree', VIEWS);
    repository.git('read-tree', 'main');
  }),
  'base-moved-here': lying(({ repository }) => {
    repository.git('update-ref', 'refs/remotes/origin/main', 'topic~1');
  }),
};
