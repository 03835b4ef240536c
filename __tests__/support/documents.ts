import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import GithubSlugger from 'github-slugger';
import MarkdownIt, { type Token } from 'markdown-it';

export const ROOT = join(import.meta.dirname, '../..');

export interface Block {
  /** `FILE:LINE` of the opening fence. */
  readonly place: string;
  readonly language: string;
  readonly content: string;
  /** What the comments right before the block say, such as `run in: blog`; the last of a key counts. */
  readonly markers: ReadonlyMap<string, string>;
}

export interface Page {
  readonly file: string;
  readonly blocks: readonly Block[];
  readonly links: readonly string[];
  /** The anchors that GitHub gives to the headings, and those that are written as HTML. */
  readonly anchors: ReadonlySet<string>;
}

/** Every page for readers, from the root. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

const markdown = new MarkdownIt({ html: true });

export function readPage(file: string): Page {
  const tokens = markdown.parse(readFileSync(join(ROOT, file), 'utf8'), {});
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const links: string[] = [];
  const blocks: Block[] = [];
  tokens.forEach((token, at) => {
    if (token.type === 'heading_open') anchors.add(slugger.slug(plainText(tokens[at + 1])));
    if (token.type === 'inline') links.push(...linksOf(token));
    if (token.type === 'fence')
      blocks.push({
        place: `${file}:${(token.map?.[0] ?? 0) + 1}`,
        language: token.info.trim(),
        content: token.content,
        markers: markersBefore(tokens, at),
      });
  });
  return { file, blocks, links, anchors };
}

const plainText = (token: Token | undefined): string =>
  (token?.children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');

const linksOf = ({ children }: Token): readonly string[] =>
  (children ?? []).flatMap((child) => {
    const target = child.attrGet('href') ?? child.attrGet('src');
    return target === null ? [] : [String(target)];
  });

const MARKER = /<!-- ([a-z][a-z ]*): ((?:.|\n)+?) -->/g;

function markersBefore(tokens: readonly Token[], at: number): ReadonlyMap<string, string> {
  const markers = new Map<string, string>();
  for (let before = at - 1; tokens[before]?.type === 'html_block'; before -= 1)
    for (const [, key = '', value = ''] of tokens[before]?.content.matchAll(MARKER) ?? [])
      if (!markers.has(key)) markers.set(key, value.replaceAll(/\s+/g, ' '));
  return markers;
}

/** What is wrong with a link of a page, or `null`; a link to elsewhere is not followed. */
export function faultOfLink(page: Page, link: string, pageAt: (file: string) => Page): string | null {
  if (/^(?:https?|mailto):/.test(link)) return null;
  const [path = '', anchor] = decodeURIComponent(link).split('#');
  const file = path === '' ? page.file : normalize(join(dirname(page.file), path));
  if (!existsSync(join(ROOT, file))) return `${page.file}: no file ${link}`;
  if (anchor === undefined) return null;
  return file.endsWith('.md') && pageAt(file).anchors.has(anchor) ? null : `${page.file}: no anchor ${link}`;
}
