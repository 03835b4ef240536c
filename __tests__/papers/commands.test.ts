import { describe, expect, it } from '@jest/globals';
import { PAGES, readPage, type Block } from '../support/documents.js';
import { takeScene, type Scene } from '../support/scenes.js';

/**
 * The shell commands of the pages, run as they stand. `<!-- run in: SCENE -->` before a block opens a scene of
 * __tests__/support/scenes.ts for it and for those after it; `<!-- status: N -->` says how it ends, 0 where it says nothing;
 * `<!-- output: … -->` holds a block against what the one before printed; `<!-- not run: REASON -->` is the way out.
 */
const SHELL = new Set(['sh', 'bash', 'console', 'shell']);

const isOfInterest = ({ language, markers }: Block): boolean => SHELL.has(language) || markers.has('output');

const pages = PAGES.map((file) => [file, readPage(file).blocks.filter(isOfInterest)] as const).filter(
  ([, blocks]) => blocks.length > 0,
);

/** Names of commits and dates depend on when and by whom; all else must be as the page shows it. */
const withoutNames = (text: string): string => text.replaceAll(/\b[0-9a-f]{7,40}\b/g, '<sha>').trimEnd();

describe('the commands of the pages', () => {
  it.each(pages)('%s', (_file, blocks) => {
    let scene: Scene | null = null;
    let printed = '';
    for (const block of blocks) {
      const { place, markers, content } = block;
      const opens = markers.get('run in');
      if (markers.has('not run')) continue;
      if (markers.has('output')) {
        expect([place, withoutNames(printed)]).toEqual([place, withoutNames(content)]);
        continue;
      }
      if (opens !== undefined) scene = takeScene(opens);
      if (scene === null) throw new Error(`${place} says neither where it is run nor why it is not.`);
      const { status, stdout, stderr } = scene.run(block);
      printed = stdout;
      const wanted = Number(markers.get('status') ?? 0);
      if (status !== wanted) throw new Error(`${place} ends with ${String(status)}:\n${stdout}${stderr}`);
    }
  });

  it('stand in blocks that say so', () => {
    const command = /^(?:\$ |(?:agent-ownership|git|npm|npx|node|gh) )/m;
    const others = PAGES.flatMap((file) => readPage(file).blocks).filter(
      ({ language, content, markers }) =>
        (language === '' || language === 'text') && command.test(content) && !markers.has('not run'),
    );
    expect(others.map(({ place }) => place)).toEqual([]);
  });

  it('are run for the most part', () => {
    const run = pages.flatMap(([, blocks]) => blocks).filter(({ markers }) => !markers.has('not run'));
    expect(run.length).toBeGreaterThan(15);
  });
});
