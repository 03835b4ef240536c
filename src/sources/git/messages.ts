import type { UnreadableMessage } from '../../core/history.js';
import { commitSha, type CommitSha } from '../../core/vocabulary.js';
import { OperationalError } from '../../operational-error.js';
import type { Repository } from './borrowed-repository.js';
import type { LoggedCommit } from './parse-log.js';
import { readLog } from './read-log.js';

interface EncodedCommit {
  readonly commit: LoggedCommit;
  readonly content: Buffer;
}

/** What a commit says, and why that cannot be trusted where it cannot. */
export interface Message {
  readonly text: string;
  readonly unreadable: UnreadableMessage | null;
}

/** Takes commits as they are found, and reads them beside what finds them. */
export interface MessageReader {
  readonly add: (commits: readonly LoggedCommit[]) => void;
  /** The messages of all that were added. Rejects with `incomplete-history` where one of the commits is not there. */
  finish(): Promise<ReadonlyMap<CommitSha, Message>>;
}

/**
 * The message of each commit as it stands there, and the commits whose claims cannot be trusted: git stops reading a message at a NUL, and re-encodes one that declares an
 * encoding, so that either can show a reader other trailers than the ones that stand there (git-commit(1), "Discussion").
 */
export function createMessageReader(repository: Repository, trailerKeys: readonly string[]): MessageReader {
  const messages = new Map<CommitSha, Message>();
  const encoded: EncodedCommit[] = [];
  const reading: Promise<void>[] = [];

  async function read(commits: readonly LoggedCommit[]): Promise<void> {
    await repository.objects.readEach(
      commits.map(({ sha }) => sha),
      (object, index) => {
        const commit = commits[index];
        if (commit === undefined) return;
        if (object === null) throw new OperationalError('incomplete-history', commit.sha);
        const { content } = object;
        const holdsNul = content.includes(0);
        messages.set(commit.sha, { text: textOf(content), unreadable: holdsNul ? 'nul-in-message' : null });
        if (!holdsNul && declaresEncoding(content)) encoded.push({ commit, content: Buffer.from(content) });
      },
    );
  }

  return {
    add(commits) {
      const started = read(commits);
      // Told by `finish`, which nobody may come to ask where what finds the commits fails first.
      started.catch(() => undefined);
      reading.push(started);
    },
    async finish() {
      await Promise.all(reading);
      await judgeEncoded(repository, { messages, encoded, trailerKeys });
      return messages;
    },
  };
}

/** The messages of commits that are all known. */
export function readMessages(
  repository: Repository,
  commits: readonly LoggedCommit[],
  trailerKeys: readonly string[],
): Promise<ReadonlyMap<CommitSha, Message>> {
  const reader = createMessageReader(repository, trailerKeys);
  reader.add(commits);
  return reader.finish();
}

interface Encoded {
  readonly messages: Map<CommitSha, Message>;
  readonly encoded: readonly EncodedCommit[];
  readonly trailerKeys: readonly string[];
}

async function judgeEncoded(
  repository: Repository,
  { messages, encoded, trailerKeys }: Encoded,
): Promise<void> {
  const asBytes = await readWithoutEncoding(repository, encoded, trailerKeys);
  for (const [index, { commit, content }] of encoded.entries()) {
    const asItStands = asBytes[index];
    if (asItStands === undefined || outline(commit) !== outline(asItStands)) {
      messages.set(commit.sha, { text: textOf(content), unreadable: 'claims-depend-on-encoding' });
    }
  }
}

/** git reads the same commits once more, as copies of our own that declare no encoding. */
async function readWithoutEncoding(
  { git }: Repository,
  encoded: readonly EncodedCommit[],
  trailerKeys: readonly string[],
): Promise<readonly LoggedCommit[]> {
  if (encoded.length === 0) return [];
  const copies: CommitSha[] = [];
  for (const { content } of encoded) {
    const { stdout } = await git.run(['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], {
      input: withoutEncoding(content),
    });
    copies.push(commitSha(stdout.toString('latin1').trim()));
  }
  const log = await readLog(git, {
    trailerKeys,
    which: ['--no-walk', '--no-patch', '--stdin'],
    input: copies.map((copy) => `${copy}\n`).join(''),
  });
  const bySha = new Map(log.map((commit) => [commit.sha, commit]));
  return copies.map((copy) => {
    const commit = bySha.get(copy);
    if (commit === undefined) throw new OperationalError('git-failed', 'log: a commit is missing');
    return commit;
  });
}

const ENCODING = /\nencoding ([^\n]*)/g;

/** Codecs of one byte a character that leave ASCII as it is: no claim can hide in them. */
const HARMLESS = /^(?:utf-?8|(?:us-)?ascii|iso-?8859-\d+|latin-?\d+|(?:windows-|cp)125\d|koi8-[ru])$/i;

function declaresEncoding(commit: Buffer): boolean {
  if (!commit.includes('\nencoding ')) return false;
  return [...headerOf(commit).matchAll(ENCODING)].some(([, name = '']) => !HARMLESS.test(name));
}

/** What follows the header and the empty line behind it (git-commit-tree(1)). */
function textOf(commit: Buffer): string {
  const end = commit.indexOf('\n\n');
  return end === -1 ? '' : commit.toString('utf8', end + 2);
}

function withoutEncoding(commit: Buffer): Buffer {
  const header = headerOf(commit);
  return Buffer.concat([
    Buffer.from(header.replaceAll(ENCODING, ''), 'latin1'),
    commit.subarray(header.length),
  ]);
}

function headerOf(commit: Buffer): string {
  const end = commit.indexOf('\n\n');
  return commit.toString('latin1', 0, end === -1 ? commit.length : end);
}

/**
 * Claims and author with every run of characters beyond ASCII reduced to one mark: those differ between the two readings of
 * an honest commit in a codec that extends ASCII. What is left differs only where the codec hides or makes up text.
 */
const outline = ({ authorEmail, trailers }: LoggedCommit): string =>
  JSON.stringify([authorEmail, trailers]).replaceAll(/[^\0-\x7f]+/g, '\ufffd');
