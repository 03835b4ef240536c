import { describe, expect, it } from '@jest/globals';
import { BLAME_LIMITS, type BlameLimits } from '../../src/check/blame-files.js';
import { checkRange } from '../../src/check/check-range.js';
import { locateFindings } from '../../src/check/locate-findings.js';
import type { Report } from '../../src/core/report.js';
import type { Repository } from '../../src/sources/git/borrowed-repository.js';
import { fetchServed } from '../sources/fetch/fetching.js';
import { borrow } from '../sources/git/reading.js';
import { BY_DEFAULT } from '../support/policies.js';
import { aPullRequest, commitAs, DEFINITIONS, type PullRequest } from '../support/pull-request.js';
import { serve } from '../support/served-repository.js';

const MODELS = 'apps/blog/models.py';
const LINES = Array.from({ length: 9 }, (_, index) => `line ${index + 1}\n`);
const withLines = (changes: Readonly<Record<number, string>>): string =>
  LINES.map((line, index) => changes[index + 1] ?? line).join('');

const aModelsRequest = (): PullRequest => aPullRequest({ ...DEFINITIONS, [MODELS]: LINES.join('') });

const judge = (repository: Repository, { repository: judged, base }: PullRequest): Promise<Report> =>
  checkRange(repository, { base, head: judged.sha('topic'), shallow: false }, BY_DEFAULT);

async function locate(pullRequest: PullRequest, limits?: BlameLimits, log: string[] = []): Promise<Report> {
  const repository = await borrow(pullRequest.repository.directory);
  const report = await judge(repository, pullRequest);
  return locateFindings(repository, report, (line) => log.push(line), limits);
}

/** `path: 2-3, 7` for each finding, in the report's order. */
const placesIn = ({ violations }: Report): readonly string[] =>
  violations.flatMap((violation) => {
    if (!('inHead' in violation)) return [];
    const { path, inHead } = violation;
    const shown =
      inHead.kind === 'lines'
        ? inHead.lines.map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`)).join(', ')
        : inHead.kind;
    return [`${path}: ${shown}`];
  });

const SCENES: readonly (readonly [
  title: string,
  build: (pullRequest: PullRequest) => void,
  places: readonly string[],
])[] = [
  [
    'two places of a file',
    (at) => void commitAs(at, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n', 3: 'b\n', 7: 'c\n' }) }),
    [`${MODELS}: 2-3, 7`],
  ],
  [
    'lines that a later commit moved, and one that it wrote over',
    (at) => {
      commitAs(at, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n', 3: 'b\n', 7: 'c\n' }) });
      commitAs(at, [], { [MODELS]: `x\ny\n${withLines({ 2: 'a\n', 3: 'mine\n', 7: 'c\n' })}` });
    },
    [`${MODELS}: 4, 9`],
  ],
  [
    'one file by two commits',
    (at) => {
      commitAs(at, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n' }) });
      commitAs(at, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n', 9: 'z' }) });
    },
    [`${MODELS}: 2`, `${MODELS}: 9`],
  ],
  [
    'a new file',
    (at) => void commitAs(at, ['backend-django'], { 'tests/new.py': 'a\nb\n' }),
    ['tests/new.py: file'],
  ],
  [
    'a new file that a person wrote on',
    (at) => {
      commitAs(at, ['backend-django'], { 'tests/new.py': 'a\nb\n' });
      commitAs(at, [], { 'tests/new.py': 'a\nb\nc\n' });
    },
    ['tests/new.py: 1-2'],
  ],
  [
    'an empty file',
    (at) => void commitAs(at, ['backend-django'], { 'tests/__init__.py': '' }),
    ['tests/__init__.py: file'],
  ],
  [
    'lines that were only removed',
    (at) => void commitAs(at, ['backend-django'], { [MODELS]: withLines({ 2: '', 3: '' }) }),
    [`${MODELS}: file`],
  ],
  ['a deleted file', (at) => void commitAs(at, ['backend-django'], { [MODELS]: null }), [`${MODELS}: gone`]],
  [
    'a changed file that a person deleted later',
    (at) => {
      commitAs(at, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n' }) });
      commitAs(at, [], { [MODELS]: null });
    },
    [`${MODELS}: gone`],
  ],
  [
    'a deleted file that its owner wrote again',
    (at) => {
      commitAs(at, ['backend-django'], { [MODELS]: null });
      commitAs(at, ['database'], { [MODELS]: 'again\n' });
    },
    [`${MODELS}: file`],
  ],
  [
    'a renamed file',
    (at) => {
      commitAs(at, ['backend-django'], { [MODELS]: null, 'tests/models.py': withLines({ 2: 'a\n' }) });
    },
    [`${MODELS}: gone`, 'tests/models.py: file'],
  ],
  [
    'a file that became a link',
    (at) => {
      at.repository.remove(MODELS).symlink(MODELS, 'elsewhere');
      commitAs(at, ['backend-django'], {});
    },
    [`${MODELS}: file`],
  ],
  [
    'a binary file',
    (at) => void commitAs(at, ['backend-django'], { [MODELS]: withLines({ 2: 'a\0b\n' }) }),
    [`${MODELS}: file`],
  ],
  [
    'what a merge smuggles in',
    (at) => {
      const { repository } = at;
      repository.checkout('side', 'main');
      commitAs(at, ['database'], { [MODELS]: withLines({ 1: 'side\n' }) });
      repository.checkout('topic');
      commitAs(at, ['database'], { [MODELS]: withLines({ 9: 'topic\n' }) });
      repository.merge('side', {
        message: { subject: 'Merge', trailers: [['Agent', 'backend-django']] },
        edit: () => repository.write(MODELS, withLines({ 1: 'side\n', 5: 'evil\n', 9: 'topic\n' })),
      });
    },
    [`${MODELS}: 5`],
  ],
  [
    'a history of its own that was merged',
    (at) => {
      const { repository } = at;
      repository.checkout('other', '');
      commitAs(at, ['backend-django'], { 'tests/other.py': 'a\nb\n' });
      commitAs(at, [], { 'tests/other.py': 'a\nb\nc\n' });
      repository.checkout('topic');
      repository.merge('other');
    },
    ['tests/other.py: 1-2'],
  ],
];

describe('locateFindings', () => {
  it.each(SCENES)('tells the lines of %s', async (_title, build, places) => {
    const pullRequest = aModelsRequest();
    build(pullRequest);

    expect(placesIn(await locate(pullRequest))).toEqual(places);
  });

  it.each(SCENES)('tells the same of what was fetched: %s', async (_title, build, places) => {
    const pullRequest = aModelsRequest();
    build(pullRequest);
    const served = await serve(pullRequest.repository, { main: 'main', head: 'topic' });
    const { repository } = await fetchServed(served);
    const report = await judge(repository, pullRequest);
    const before = served.server.requests.length;

    expect(placesIn(await locateFindings(repository, report, fail))).toEqual(places);
    const uploads = served.server.requests
      .slice(before)
      .filter(({ url }) => url.endsWith('/git-upload-pack'));
    // The handshake of protocol version 2, and one request for all of the blobs.
    expect(uploads.length).toBeLessThanOrEqual(2);
  });

  it.each(['-x', ':(top)x', 'a b.py', 'é"\\.py', 'a\nb.py', '[x]*.py'])('reads the path %j', async (name) => {
    const path = `tests/${name}`;
    const pullRequest = aPullRequest({ ...DEFINITIONS, [path]: LINES.join('') });
    commitAs(pullRequest, ['backend-django'], { [path]: withLines({ 4: 'a\n' }) });

    expect(placesIn(await locate(pullRequest))).toEqual([`${path}: 4`]);
  });

  it('leaves a path that is no UTF-8 a file', async () => {
    const pullRequest = aModelsRequest();
    const { repository } = pullRequest;
    const path = Buffer.from('tests/caf\xe9.py', 'latin1');
    repository.write(path, 'a\n');
    commitAs(pullRequest, ['backend-django'], {});
    repository.write(path, 'a\nb\n');
    commitAs(pullRequest, [], {});

    expect(placesIn(await locate(pullRequest))).toEqual(['tests/caf\udce9.py: file']);
  });

  it('lets no file and no setting of the judged repository have a say', async () => {
    const pullRequest = aModelsRequest();
    const { repository } = pullRequest;
    const sha = commitAs(pullRequest, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n' }) });
    commitAs(pullRequest, [], {
      '.gitattributes': '*.py diff=x text=auto eol=crlf\n',
      '.mailmap': 'Other <other@example.com> <author@example.com>\n',
      '.git-blame-ignore-revs': `${sha}\n`,
    });
    repository.git('config', 'diff.x.textconv', 'touch executed; rev');
    repository.git('config', 'blame.ignoreRevsFile', '.git-blame-ignore-revs');
    repository.git('replace', sha, `${sha}^`);

    expect(placesIn(await locate(pullRequest))).toEqual([`${MODELS}: 2`]);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it.each([
    ['bytes', { bytes: 20 }, 0],
    ['files', { files: 0 }, 0],
    ['milliseconds', { milliseconds: 0 }, 1],
  ])('leaves what is past the limit of %s a file, and the verdict as it is', async (_, limit, lines) => {
    const pullRequest = aModelsRequest();
    commitAs(pullRequest, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n' }) });
    const log: string[] = [];
    const repository = await borrow(pullRequest.repository.directory);

    expect(await locate(pullRequest, { ...BLAME_LIMITS, ...limit }, log)).toEqual(
      await judge(repository, pullRequest),
    );
    expect(log).toHaveLength(lines);
  });

  it('blames the files of errors before those of warnings', async () => {
    const paths = { 'requirements.txt': LINES.join(''), [MODELS]: LINES.join('') };
    const pullRequest = aPullRequest({ ...DEFINITIONS, ...paths });
    commitAs(pullRequest, ['backend-django'], { 'requirements.txt': withLines({ 3: 'a\n' }) });
    commitAs(pullRequest, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n' }) });

    expect(placesIn(await locate(pullRequest, { ...BLAME_LIMITS, files: 1 }))).toEqual([
      'requirements.txt: file',
      `${MODELS}: 2`,
    ]);
  });

  it('tells nothing, once in the log, where the contents cannot be had', async () => {
    const pullRequest = aPullRequest({ ...DEFINITIONS, [MODELS]: LINES.join(''), 'tests/gone.py': 'a\n' });
    commitAs(pullRequest, ['backend-django'], { [MODELS]: withLines({ 2: 'a\n' }) });
    commitAs(pullRequest, ['backend-django'], { 'tests/gone.py': 'b\n' });
    commitAs(pullRequest, [], { 'tests/gone.py': null });
    const repository = await borrow(pullRequest.repository.directory);
    const log: string[] = [];
    const broken: Repository = { ...repository, fetchBlobs: () => Promise.reject(new Error('no network')) };
    const report = await judge(repository, pullRequest);

    expect(placesIn(await locateFindings(broken, report, (line) => log.push(line)))).toEqual([
      `${MODELS}: file`,
      'tests/gone.py: gone',
    ]);
    expect(log).toHaveLength(1);
  });
});

const fail = (line: string): void => {
  throw new Error(line);
};
