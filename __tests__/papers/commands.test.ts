import { describe, expect, it } from '@jest/globals';
import { PAGES, readPage, type Block } from '../support/documents.js';
import { takeScene, type Scene } from '../support/scenes.js';

/**
 * The shell commands of the pages, run as they stand. `<!-- run in: SCENE -->` before a block opens a scene of
 * __tests__/support/scenes.ts for it and for those after it; `<!-- status: N -->` says how it ends, 0 where it says nothing;
 * `<!-- output: … -->` holds a block against what the one before printed, `<!-- output: part of … -->` its lines against those;
 * `<!-- not run: REASON -->` is the way out.
 */
const SHELL = new Set(['sh', 'bash', 'console', 'shell']);

const isOfInterest = ({ language, markers }: Block): boolean => SHELL.has(language) || markers.has('output');

const pages = PAGES.map((file) => [file, readPage(file).blocks.filter(isOfInterest)] as const).filter(
  ([, blocks]) => blocks.length > 0,
);

/** Names of commits and versions depend on when and where; all else must be as the page shows it. */
const withoutNames = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{7,40}\b/g, '<sha>')
    .replaceAll(/\bv?\d+\.\d+\.\d+\b/g, '<version>')
    .trimEnd();

/** What was printed, less the lines that the page leaves out. */
function excerptOf(printed: string, content: string): string {
  const lines = withoutNames(printed).split('\n');
  return withoutNames(content)
    .split('\n')
    .filter((line) => {
      const at = lines.indexOf(line);
      if (at >= 0) lines.splice(0, at + 1);
      return at >= 0;
    })
    .join('\n');
}

describe('the commands of the pages', () => {
  it.each(pages)('%s', (_file, blocks) => {
    let scene: Scene | null = null;
    let printed = '';
    for (const block of blocks) {
      const { place, markers, content } = block;
      const opens = markers.get('run in');
      if (markers.has('not run')) continue;
      if (markers.has('output')) {
        const isPart = markers.get('output')?.startsWith('part of ') === true;
        const shown = isPart ? excerptOf(printed, content) : withoutNames(printed);
        expect([place, shown]).toEqual([place, withoutNames(content)]);
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

  it('are no more true than the refusal that the page on the plugin shows', () => {
    const [block] = readPage('docs/plugin.md').blocks;
    if (block === undefined) throw new Error('docs/plugin.md shows no refusal.');
    const event = `{
      "hook_event_name": "PreToolUse", "session_id": "one", "cwd": "$PWD", "agent_type": "backend-django",
      "tool_name": "Write", "tool_input": { "file_path": "$PWD/apps/blog/models.py", "content": "" }
    }`;
    const { stdout } = takeScene('a blog').run({
      ...block,
      content: `agent-ownership hook <<END\n${event}\nEND`,
    });
    const { hookSpecificOutput: said } = JSON.parse(stdout) as {
      hookSpecificOutput: Readonly<Record<string, string>>;
    };
    expect(`PreToolUse:Write hook error: ${said['permissionDecisionReason'] ?? stdout}`).toBe(
      block.content.trim().replaceAll('\n', ' '),
    );
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
