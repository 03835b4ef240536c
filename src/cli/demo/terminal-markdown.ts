import { labelled, toColumns } from '../../reporters/layout.js';
import type { Paint } from '../../reporters/paint.js';

/**
 * A job summary for a terminal: what a reader sees on GitHub before a fold is opened. Knows the Markdown that job summaries
 * are made of (headings, paragraphs, lists, tables, fences, code, links, folds), no more.
 */
export function renderMarkdown(markdown: string, paint: Paint): string {
  const lines = markdown.replace(FOLD, '▸ $1').split('\n');
  const rendered: string[] = [];
  let index = 0;
  const takeWhile = (belongs: (line: string) => boolean): readonly string[] => {
    const end = lines.findIndex((line, at) => at >= index && !belongs(line));
    const taken = lines.slice(index, end < 0 ? lines.length : end);
    index += taken.length;
    return taken;
  };
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (isFence(line)) {
      index += 1;
      rendered.push(...takeWhile((next) => !isFence(next)).map((code) => `  ${paint.cyan(code)}`));
      index += 1;
    } else if (line.startsWith('|')) {
      rendered.push(
        ...renderTable(
          takeWhile((next) => next.startsWith('|')),
          paint,
        ),
      );
    } else {
      rendered.push(...renderLine(line, paint));
      index += 1;
    }
  }
  return rendered
    .filter((line, at) => line !== '' || rendered[at - 1] !== '')
    .join('\n')
    .trim();
}

const FOLD = /<details>\s*<summary>(.*?)<\/summary>.*?<\/details>/gs;

const isFence = (line: string): boolean => line.trimStart().startsWith('```');

function renderLine(line: string, paint: Paint): readonly string[] {
  const heading = /^#+ +(.*)$/.exec(line)?.[1];
  if (heading !== undefined) return ['', paint.bold(renderInline(heading)), ''];
  const [lead = ''] = /^\s*(?:[-*] +|▸ )?/.exec(line.trimEnd()) ?? [];
  return labelled(lead, renderInline(line.slice(lead.length).trimEnd()), (label) => label);
}

function renderTable(lines: readonly string[], paint: Paint): readonly string[] {
  const rows = lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .replaceAll(/^\||\|\s*$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => renderInline(cell.trim())),
    );
  const [head = '', ...body] = toColumns(rows);
  return [paint.bold(head), ...body];
}

const INLINE =
  /`([^`]+)`|<code>(.*?)<\/code>|\[((?:\\.|[^\]\\])*)\]\([^)]*\)|\*\*(.+?)\*\*|<[^>]+>|&#(\d+);|&(amp|lt|gt|quot);|\\([!-/:-@[-`{-~])/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const renderInline = (text: string): string =>
  text.replaceAll(INLINE, (_, ...groups: readonly (string | undefined)[]) => {
    const [code, html, label, strong, codePoint, entity, escaped] = groups;
    if (code !== undefined) return code;
    const nested = html ?? label ?? strong;
    if (nested !== undefined) return renderInline(nested);
    if (codePoint !== undefined) return String.fromCodePoint(Number(codePoint));
    return entity === undefined ? (escaped ?? '') : (ENTITIES[entity] ?? '');
  });
