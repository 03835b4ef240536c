import { describe, expect, it } from '@jest/globals';
import { borrowRepository } from '../../../src/sources/git/borrowed-repository.js';
import { addTrailers, parseTrailers, readMessageFile } from '../../../src/sources/git/commit-message.js';
import { createRepository, environment, temporaryDirectory } from '../../support/repository.js';

const SCISSORS = `${'-'.repeat(24)} >8 ${'-'.repeat(24)}`;

async function stamp(message: string, settings: Readonly<Record<string, string>> = {}) {
  const { directory } = createRepository();
  const repository = await borrowRepository({
    environment,
    parent: temporaryDirectory(),
    objectsDirectory: `${directory}/.git/objects`,
    objectFormat: 'sha1',
  });
  try {
    const file = readMessageFile(Buffer.from(message), new Map(Object.entries(settings)));
    const stamped = await addTrailers(repository.git, file, [{ key: 'Agent', value: 'database' }]);
    return {
      text: stamped.toString('utf8'),
      trailers: await parseTrailers(repository.git, { ...file, bytes: stamped }),
    };
  } finally {
    await repository.dispose();
  }
}

describe('addTrailers', () => {
  it.each([
    ['a subject', 'Subject\n', 'Subject\n\nAgent: database\n'],
    ['a subject without a line end', 'Subject', 'Subject\n\nAgent: database\n'],
    ['a body', 'Subject\n\nBody\n', 'Subject\n\nBody\n\nAgent: database\n'],
    ['trailers', 'S\n\nFixes: #1\n', 'S\n\nFixes: #1\nAgent: database\n'],
    [
      'a key that begins alike',
      'S\n\nAgent-Name: database\n',
      'S\n\nAgent-Name: database\nAgent: database\n',
    ],
    ['a key that this one begins with', 'S\n\nAge: database\n', 'S\n\nAge: database\nAgent: database\n'],
    ['a line that looks like a divider', 'S\n\nB\n\n---\nC\n', 'S\n\nB\n\n---\nC\n\nAgent: database\n'],
    ['line ends of Windows', 'S\r\n\r\nB\r\n', 'S\r\n\r\nB\r\n\r\nAgent: database\r\n'],
    ['comments', 'S\n\n# Please\n', 'S\n\nAgent: database\n\n# Please\n'],
    ['a diff', `S\n\n# ${SCISSORS}\n# Do not\n+x\n`, `S\n\nAgent: database\n\n# ${SCISSORS}\n# Do not\n+x\n`],
  ])('writes below %s', async (_, message, expected) => {
    const { text, trailers } = await stamp(message);
    expect(text).toBe(expected);
    expect(trailers).toContainEqual({ key: 'Agent', value: 'database' });
  });

  it.each([
    ['', '\n\nAgent: database\n'],
    ['\n# Please enter\n', '\n\nAgent: database\n\n# Please enter\n'],
    [`\n; Please\n; ${SCISSORS}\n+x\n`, `\n\nAgent: database\n\n; Please\n; ${SCISSORS}\n+x\n`],
  ])('keeps the first line free in a message that is still to be written: %j', async (message, expected) => {
    expect((await stamp(message)).text).toBe(expected);
  });

  it.each([
    ['core.commentchar', ';'],
    ['core.commentchar', 'auto'],
  ])('knows the comments of a config with %s=%s', async (key, value) => {
    const { text } = await stamp('#1 is fixed\n\n; Please\n', { [key]: value });
    expect(text).toBe('#1 is fixed\n\nAgent: database\n\n; Please\n');
  });
});
