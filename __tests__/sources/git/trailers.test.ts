import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Commit } from '../../../src/core/history.js';
import { createRepository, type Message, type TestRepository } from '../../support/repository.js';
import { readLast, readRange } from './reading.js';

async function readMessage(
  message: string | Message,
  prepare: (repository: TestRepository) => void = () => undefined,
): Promise<Commit> {
  const repository = createRepository();
  const base = repository.commit();
  repository.commit(message);
  prepare(repository);
  return readLast(repository, base);
}

const MESSAGES: readonly [title: string, message: string, values: readonly string[]][] = [
  ['one value', 'Subject\n\nAgent: db\n', ['db']],
  [
    'several values, also the same twice',
    'Subject\n\nAgent: db\nAgent: web\nAgent: db\n',
    ['db', 'web', 'db'],
  ],
  ['the key in any case and with blanks', 'Subject\n\nagent : db\nAGENT:web\n', ['db', 'web']],
  ['a folded value in one line', 'Subject\n\nAgent: database\n  specialist\n', ['database specialist']],
  ['an empty value', 'Subject\n\nAgent:\n', ['']],
  ['no value without a trailer', 'Subject\n\nText.\n', []],
  ['no value of another key', 'Subject\n\nAgent-Name: db\nReviewed-by: x\n', []],
  ['no value above the last paragraph', 'Subject\n\nAgent: db\n\nReviewed-by: x\n', []],
  ['no value right below the subject', 'Subject\nAgent: db\n', []],
  ['what stands below a divider, as git log does', 'Subject\n\nText\n\n---\n\nAgent: db\n', ['db']],
  ['CRLF without the carriage return', 'Subject\r\n\r\nAgent: db\r\n', ['db']],
  [
    'signs that begin a record or a field elsewhere',
    'Subject\n\nAgent: \x01a\x1f:b\x02\n',
    ['\x01a\x1f:b\x02'],
  ],
  ['letters beyond ASCII', 'Subject\n\nAgent: größer 🦀\n', ['größer 🦀']],
];

describe('the trailers of a commit hold', () => {
  it.each(MESSAGES)('%s', async (_, message, values) => {
    const { trailers } = await readMessage(message);
    expect(trailers.map(({ value }) => value)).toEqual(values);
  });

  it('every key that was asked for, as it is spelt, and no other', async () => {
    const repository = createRepository();
    const base = repository.commit();
    repository.write('a.txt');
    const head = repository.commit('S\n\nAI-Agent: a\nco-authored-by: b\nagent: c\nOther: d\n');
    const { commits } = await readRange(repository, base, head, ['Agent', 'AI-Agent', 'Co-authored-by']);
    expect(commits[0]?.trailers).toEqual([
      { key: 'AI-Agent', value: 'a' },
      { key: 'co-authored-by', value: 'b' },
      { key: 'agent', value: 'c' },
    ]);
    expect(commits[0]?.changes).toHaveLength(1);
  });

  it('nothing where no key was asked for', async () => {
    const repository = createRepository();
    const base = repository.commit();
    repository.write('a.txt');
    const head = repository.commit('S\n\nAgent: a\n');
    const [commit] = (await readRange(repository, base, head, [])).commits;
    expect([commit?.trailers, commit?.changes.length]).toEqual([[], 1]);
  });

  it('no value of a key that git would take for a part of the format', async () => {
    const repository = createRepository();
    const base = repository.commit();
    await expect(readRange(repository, base, base, ['Agent', 'x)%H'])).rejects.toMatchObject({
      code: 'usage',
      subject: 'x)%H',
    });
  });
});

const HOSTILE: readonly [title: string, prepare: (repository: TestRepository) => void][] = [
  ['core.commentChar', (r) => r.git('config', 'core.commentChar', 'A')],
  ['trailer.separators', (r) => r.git('config', 'trailer.separators', '=')],
  ['a renamed trailer key', (r) => r.git('config', 'trailer.agent.key', 'Not-Agent')],
  ['log.showSignature', (r) => r.git('config', 'log.showSignature', 'true')],
  ['an output encoding', (r) => r.git('config', 'i18n.logOutputEncoding', 'UTF-16')],
  ['a mailmap', (r) => r.write('.mailmap', 'Nobody <nobody@example.com> <author@example.com>\n')],
  [
    'a replacement of the commit',
    (r) => {
      const other = r.git('commit-tree', '-m', 'Other', '-p', 'HEAD^', 'HEAD^{tree}');
      r.git('replace', 'HEAD', other);
    },
  ],
  ['a graft', (r) => r.write('.git/info/grafts', `${r.sha()}\n`)],
  ['notes', (r) => r.git('notes', 'add', '-m', 'Agent: web')],
];

describe('the workspace has no say through', () => {
  it.each(HOSTILE)('%s', async (_, prepare) => {
    const { parents, subject, authorName, authorEmail, trailers } = await readMessage(
      'Subject\n\nAgent: db\n',
      prepare,
    );
    expect({ parents: parents.length, subject, authorName, authorEmail, trailers }).toEqual({
      parents: 1,
      subject: 'Subject',
      authorName: 'Author',
      authorEmail: 'author@example.com',
      trailers: [{ key: 'Agent', value: 'db' }],
    });
  });

  it('a commit-graph that leaves a commit out', async () => {
    const [judged, forged] = [createRepository(), createRepository()];
    for (const repository of [judged, forged]) {
      for (const subject of ['Base', 'Hidden', 'Last']) repository.commit(subject);
    }
    const [base, head] = [judged.sha('HEAD~2'), judged.sha()];
    const object = join(forged.directory, '.git/objects', head.slice(0, 2), head.slice(2));
    const content = forged.git('cat-file', 'commit', head).replace(/^parent .*/m, `parent ${base}`);
    rmSync(object);
    writeFileSync(object, deflateSync(`commit ${Buffer.byteLength(content)}\0${content}`));
    forged.git('commit-graph', 'write', '--reachable');
    const graph = 'objects/info/commit-graph';
    cpSync(join(forged.directory, '.git', graph), join(judged.directory, '.git', graph));
    expect(judged.git('log', '--format=%s')).toBe('Last\nBase');
    const { commits } = await readRange(judged, base, head);
    expect(commits.map(({ subject }) => subject)).toEqual(['Hidden', 'Last']);
  });
});

const AGENT_IN_EBCDIC = Buffer.from([
  0xe2, 0x25, 0x25, 0xc1, 0x87, 0x85, 0x95, 0xa3, 0x7a, 0x40, 0x84, 0x82, 0x25,
]);

const GBK = Buffer.from([...Buffer.from('S\n\nAgent: '), 0xca, 0xfd, 0xbe, 0xdd, 0x0a]);

const RAW: readonly [
  title: string,
  headers: string[],
  message: string | Buffer,
  unreadable: string | null,
][] = [
  ['says nothing of an encoding', [], 'S\n\nAgent: db\n', null],
  ['holds a NUL before its trailers', [], Buffer.from('S\n\nText\0\n\nAgent: db\n'), 'nul-in-message'],
  ['holds a NUL after its trailers', [], Buffer.from('S\n\nAgent: db\n\0\n\nMore'), 'nul-in-message'],
  [
    'hides its trailers in another codec',
    ['encoding IBM037'],
    'S\n\nAgent: db\n',
    'claims-depend-on-encoding',
  ],
  ['shows trailers only in another codec', ['encoding IBM037'], AGENT_IN_EBCDIC, 'claims-depend-on-encoding'],
  ['declares a wide codec and means it', ['encoding GBK'], GBK, null],
  ['declares UTF-8', ['encoding UTF-8'], 'S\n\nAgent: dß\n', null],
  [
    'declares Latin-1 and means it',
    ['encoding ISO-8859-1'],
    Buffer.from('S\n\nAgent: d\xe9\n', 'latin1'),
    null,
  ],
  ['declares a codec that nobody knows', ['encoding no-such'], 'S\n\nAgent: db\n', null],
  ['speaks of an encoding only in its text', [], 'S\n\nencoding IBM037\n\nAgent: db\n', null],
  [
    'says the encoding after a signature',
    ['gpgsig a', ' b', 'encoding IBM037'],
    'S\n\nAgent: db\n',
    'claims-depend-on-encoding',
  ],
];

describe('a message that', () => {
  it.each(RAW)('%s is told apart', async (_, headers, message, unreadable) => {
    const repository = createRepository();
    const base = repository.commit();
    repository.commit('Before\n\nAgent: db\n');
    repository.rawCommit({ headers, message });
    const { commits } = await readRange(repository, base, repository.sha());
    expect(commits.map((commit) => commit.unreadable)).toEqual([null, unreadable]);
  });

  it('is in Latin-1 gives its claims in the letters that it means', async () => {
    const repository = createRepository();
    const base = repository.commit();
    repository.rawCommit({
      headers: ['encoding ISO-8859-1'],
      message: Buffer.from('Größe\n\nAgent: größer\n', 'latin1'),
    });
    const { subject, trailers } = await readLast(repository, base);
    expect([subject, trailers]).toEqual(['Größe', [{ key: 'Agent', value: 'größer' }]]);
  });

  it('is a megabyte long is read like any other', async () => {
    const body = '0123456789abcde\n'.repeat(65_536);
    const { subject, trailers, unreadable } = await readMessage(`Long\n\n${body}\nAgent: db\n`);
    expect({ subject, trailers, unreadable }).toEqual({
      subject: 'Long',
      trailers: [{ key: 'Agent', value: 'db' }],
      unreadable: null,
    });
  });

  it('is empty has an empty subject', async () => {
    const { subject, trailers } = await readMessage('');
    expect([subject, trailers]).toEqual(['', []]);
  });
});
