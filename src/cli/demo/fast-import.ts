import type { Changes, Scene, SceneCommit } from './scene.js';

/** 9 a.m. UTC on a working day: one clock for every machine, so that every machine gets the same commit names. */
const START = Date.UTC(2026, 0, 12, 9) / 1000;
const SECONDS_BETWEEN_COMMITS = 20 * 60;

const DEVELOPER = 'A developer <developer@example.com>';
const GITHUB = 'GitHub <noreply@github.com>';

/** The references that actions/checkout leaves behind on a pull request with `fetch-depth: 0`. */
export const references = ({ number, baseBranch, headBranch }: Scene) => ({
  base: `refs/remotes/origin/${baseBranch}`,
  head: `refs/remotes/origin/${headBranch}`,
  merge: `refs/remotes/pull/${number}/merge`,
});

interface Block {
  readonly reference: string;
  readonly message: string;
  readonly changes: Changes;
  /** Where the reference does not exist yet: the reference of the first parent. */
  readonly from?: string;
  readonly merge?: string;
  readonly committer?: string;
}

/**
 * The scene as a stream for `git fast-import`: one process writes the whole repository, and no setting of the machine has a
 * say in it.
 */
export function toFastImport(scene: Scene): string {
  const { base, head, merge } = references(scene);
  const merged = scene.commits.reduce<Changes>((all, { changes }) => ({ ...all, ...changes }), {});
  const blocks: readonly Block[] = [
    { reference: base, message: toMessage(scene.start), changes: scene.start.changes },
    ...scene.commits.map((commit, index) => ({
      reference: head,
      message: toMessage(commit),
      changes: commit.changes,
      ...(index === 0 ? { from: base } : {}),
    })),
    { reference: base, message: toMessage(scene.meanwhile), changes: scene.meanwhile.changes },
    {
      reference: merge,
      message: `Merge ${scene.headBranch} into ${scene.baseBranch}\n`,
      changes: merged,
      from: base,
      merge: head,
      committer: GITHUB,
    },
  ];
  return blocks.map(toStream).join('');
}

const toMessage = ({ subject, agents }: SceneCommit): string =>
  [`${subject}\n`, ...(agents.length > 0 ? ['\n'] : []), ...agents.map((agent) => `Agent: ${agent}\n`)].join(
    '',
  );

function toStream(block: Block, index: number): string {
  const date = `${START + index * SECONDS_BETWEEN_COMMITS} +0000`;
  return [
    `commit ${block.reference}\n`,
    `author ${DEVELOPER} ${date}\n`,
    `committer ${block.committer ?? DEVELOPER} ${date}\n`,
    toData(block.message),
    ...(block.from === undefined ? [] : [`from ${block.from}\n`]),
    ...(block.merge === undefined ? [] : [`merge ${block.merge}\n`]),
    ...Object.entries(block.changes).map(([path, content]) =>
      content === null ? `D ${path}\n` : `M 100644 inline ${path}\n${toData(content)}`,
    ),
    '\n',
  ].join('');
}

const toData = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
