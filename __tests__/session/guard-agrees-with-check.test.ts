import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkRange } from '../../src/check/check-range.js';
import { withRepository } from '../../src/check/open-repository.js';
import { byDefault } from '../../src/core/policy/policy.js';
import { stands } from '../../src/core/violation.js';
import {
  createRepository,
  environment,
  temporaryDirectory,
  type TestRepository,
} from '../support/repository.js';
import { aDefinition, denialsOf } from './guarding.js';

const NAMES = ['a', 'b', 'models.py', '.github', 'workflows', '.claude', 'settings.json', 'agents', 'x.md'];
const aPath = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  .map((names) => names.join('/'));
const aPattern = fc
  .tuple(
    fc.constantFrom('', '', '!', '/', '**/'),
    fc.array(fc.constantFrom(...NAMES, '*', '**', '*.py', '*.{py,md}'), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '/', '/**'),
  )
  .map(([start, names, end]) => `${start}${names.join('/')}${end}`);
const somePatterns = fc.array(aPattern, { maxLength: 4 });

/** The paths among these for which the check fails where one commit of the agent changes them all. */
async function failing(repository: TestRepository, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const base = repository.sha();
  for (const path of paths) repository.write(path, 'new');
  const head = repository.commit({ subject: 'Work', trailers: [['Agent', 'backend-django']] });
  const { directory } = repository;
  const report = await withRepository(
    { environment, directory, temporaryDirectory: temporaryDirectory() },
    ({ borrowed }) => checkRange(borrowed, { base, head, shallow: false }, byDefault('2026-06-01')),
  );
  repository.git('reset', '-q', '--hard', base);
  repository.git('clean', '-ffdqx');
  return new Set(
    report.violations.flatMap((violation) =>
      'undoneBy' in violation && violation.severity === 'error' && stands(violation) ? [violation.path] : [],
    ),
  );
}

/** Paths of which none is a directory of another one. */
const compatible = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => ![...paths, '.claude/agents/x'].some((other) => other.startsWith(`${path}/`)));

it('denies exactly those paths for which the check would fail', async () => {
  let denied = 0;
  await fc.assert(
    fc.asyncProperty(
      somePatterns,
      somePatterns,
      fc.uniqueArray(aPath, { minLength: 3, maxLength: 8 }).map(compatible),
      async (owns, cannotTouch, paths) => {
        const repository = createRepository()
          .write('.claude/agents/backend-django.md', aDefinition('backend-django', { owns, cannotTouch }))
          .write('.claude/agents/database.md', aDefinition('database', { owns: ['models.py'] }));
        repository.commit();
        const expected = await failing(repository, paths);
        denied += expected.size;
        const found = new Set<string>();
        for (const path of paths) {
          if ((await denialsOf(repository, path)).some((code) => code !== 'unreadable-rules'))
            found.add(path);
        }
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 25, examples: [[[], ['models.py'], ['apps/models.py', 'README.md']]] },
  );
  expect(denied).toBeGreaterThan(0);
});
