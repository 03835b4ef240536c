import type { OwnershipMap } from '../../core/map/ownership-map.js';
import {
  countAgents,
  countAnswers,
  holderKey,
  holderOf,
  sharesOf,
  type Holder,
  type Share,
} from '../../core/map/shares.js';
import { fitEnd } from '../display-width.js';
import { visible } from '../visible.js';
import { holderWords, percent } from './holder-words.js';
import { inksOf } from './inks.js';
import type { MapFacts } from './map-facts.js';
import { notesOn, subtitleOf, titleOf } from './map-words.js';
import type { Ink } from './palette.js';
import { escapeXml, PATTERNS, STYLE, several } from './svg-parts.js';
import { filesOf, isGroup, rangesOf, type TileItem } from './tile-items.js';
import { layOutTiles, type Box, type Tile } from './tiles.js';

const WIDTH = 1280;
const HEIGHT = 860;
const MARGIN = 24;
const LEGEND = 250;
const TOP = 92;
const ROW = 24;
/** At 12 pixels, a character is hardly ever wider. */
const CHARACTER = 7.2;

interface Drawing {
  readonly map: OwnershipMap;
  readonly inks: readonly Ink[];
  readonly names: readonly string[];
}

/** The map as a picture: every tile tells on hover whose it is and who cannot touch it. It loads nothing and runs nothing. */
export function toMapSvg(map: OwnershipMap, facts: MapFacts): string {
  const names = map.agents.map(({ name }) => visible(name));
  const drawing: Drawing = { map, names, inks: inksOf(map.agents) };
  const box = { x0: MARGIN, y0: TOP, x1: WIDTH - MARGIN - LEGEND - 20, y1: HEIGHT - MARGIN };
  const tiles = layOutTiles(map.root, box, {
    heading: 21,
    gap: 2,
    leastArea: 160,
    mostTiles: 900,
    lookOf: ({ answer }) => keyOf(map, answer),
    isPlain: (entry) => entry.answer !== null || sharesOf(map, rangesOf(entry)).length === 1,
  });
  const title = escapeXml(fitEnd(titleOf(facts), 90));
  const subtitle = escapeXml(subtitleOf(map, facts));
  const note = notesOn(map, facts).join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="map-title map-about">
<title id="map-title">${title}</title>
<desc id="map-about">${subtitle}</desc>
<style>${STYLE}</style>
<defs>${PATTERNS}${severalPatterns(drawing)}</defs>
<rect class="page" width="${WIDTH}" height="${HEIGHT}"/>
<text class="title" x="${MARGIN}" y="44">${title}</text>
<text class="muted" x="${MARGIN}" y="68">${subtitle}${note === '' ? '' : `. ${escapeXml(fitEnd(note, 130))}`}</text>
${tiles.map((tile) => toTile(tile, drawing)).join('\n')}
${toLegend(drawing)}
</svg>
`;
}

const keyOf = ({ answers }: OwnershipMap, answer: number | null): string => {
  const found = answer === null ? undefined : answers[answer];
  return found === undefined ? '' : holderKey(holderOf(found));
};

function toTile({ item, box, isOpen }: Tile, drawing: Drawing): string {
  const { map, names } = drawing;
  const shares = sharesOf(map, rangesOf(item));
  const name = nameOf(item);
  const rects = isOpen ? `<rect class="open" ${toAttributes(box)} rx="4"/>` : bandsOf(shares, box, drawing);
  const ink = shares.length === 1 && !isOpen ? inkOf(shares[0]?.holder, drawing) : null;
  const owners = shares.map(({ holder }) => holderWords(holder, names)).join(', ');
  const lines = [name, ...(isOpen || isGroup(item) ? [] : [owners])];
  return `<g><title>${escapeXml(aboutOf(item, shares, drawing))}</title>${rects}${toText(lines, box, ink, !isOpen && ink === null)}</g>`;
}

const nameOf = (item: TileItem): string => {
  if (isGroup(item)) return `${item.children.length} more`;
  return visible(item.name) + (item.kind === 'directory' ? '/' : '');
};

/** The path, the owners and who cannot touch it. */
function aboutOf(item: TileItem, shares: readonly Share[], { map, names }: Drawing): string {
  const files = filesOf(item);
  const counts = countAnswers(map, rangesOf(item));
  const path = isGroup(item) ? `${item.directory.path}/: ${nameOf(item)}` : item.path;
  const owners = shares.map(
    ({ holder, files: some }) => `${holderWords(holder, names)} ${percent(some, files)}`,
  );
  const denied = countAgents(map.answers, counts, 'denied').map(
    ({ agent, files: some }) => `${names[agent] ?? ''} ${percent(some, files)}`,
  );
  return [
    `${visible(path, Infinity)} (${files === 1 ? '1 file' : `${files} files`})`,
    `Owner: ${owners.join(', ')}`,
    ...(denied.length === 0 ? [] : [`CANNOT TOUCH: ${denied.join(', ')}`]),
  ].join('\n');
}

/** One rectangle, or bands as wide as the shares. */
function bandsOf(shares: readonly Share[], { x0, y0, x1, y1 }: Box, drawing: Drawing): string {
  const files = shares.reduce((sum, share) => sum + share.files, 0);
  let from = x0;
  return shares
    .map(({ holder, files: some }) => {
      const to = from + ((x1 - x0) * some) / files;
      const rect = `<rect ${fillOf(holder, drawing)} ${toAttributes({ x0: from, y0, x1: to, y1 })} rx="2"/>`;
      from = to;
      return rect;
    })
    .join('');
}

function fillOf(holder: Holder, { inks }: Drawing): string {
  switch (holder.kind) {
    case 'agent':
      return `fill="${inks[holder.agent]?.fill ?? ''}"`;
    case 'several':
      return `fill="url(#several-${holder.agents.join('-')})"`;
    case 'contested':
    case 'protected':
    case 'shared':
    case 'nobody':
      return `class="${holder.kind}"`;
  }
}

const inkOf = (holder: Holder | undefined, { inks }: Drawing): string | null => {
  if (holder?.kind === 'agent') return inks[holder.agent]?.text ?? null;
  return holder?.kind === 'nobody' || holder?.kind === 'shared' ? 'neutral' : null;
};

/** What fits of the lines; on a pattern, on a ground of their own. */
function toText(
  lines: readonly string[],
  { x0, y0, x1, y1 }: Box,
  ink: string | null,
  hasGround: boolean,
): string {
  const columns = Math.floor((x1 - x0 - 10) / CHARACTER);
  if (columns < 4) return '';
  return lines
    .slice(0, Math.floor((y1 - y0 - 4) / 14))
    .map((line, index) => {
      const shown = fitEnd(line, columns);
      const y = y0 + 14 + index * 14;
      const colour = ink === null || ink === 'neutral' ? 'class="ink"' : `fill="${ink}"`;
      const ground = hasGround
        ? `<rect class="ground" x="${fixed(x0 + 2)}" y="${fixed(y - 11)}" width="${fixed(Math.min(x1 - x0 - 4, shown.length * CHARACTER + 6))}" height="14" rx="2"/>`
        : '';
      return `${ground}<text ${colour} x="${fixed(x0 + 5)}" y="${fixed(y)}"${index === 0 ? ' font-weight="600"' : ''}>${escapeXml(shown)}</text>`;
    })
    .join('');
}

const fixed = (length: number): string => length.toFixed(1);
const toAttributes = ({ x0, y0, x1, y1 }: Box): string =>
  `x="${fixed(x0)}" y="${fixed(y0)}" width="${fixed(Math.max(0, x1 - x0))}" height="${fixed(Math.max(0, y1 - y0))}"`;

function severalPatterns({ map, inks }: Drawing): string {
  const holders = new Map(map.answers.map((answer) => [holderKey(holderOf(answer)), holderOf(answer)]));
  return [...holders.values()]
    .flatMap((holder) => (holder.kind === 'several' ? [several(holder.agents, inks)] : []))
    .join('');
}

/** The holders, the largest first, as many as there is room for. */
function toLegend(drawing: Drawing): string {
  const { map, names } = drawing;
  const shares = sharesOf(map, [[0, map.paths.length]]);
  const x = WIDTH - MARGIN - LEGEND;
  const most = Math.floor((HEIGHT - TOP - MARGIN) / ROW) - 1;
  const rows = shares.slice(0, most).map(({ holder, files }, index) => {
    const y = TOP + index * ROW;
    const box = { x0: x, y0: y, x1: x + 16, y1: y + 16 };
    return `<rect ${fillOf(holder, drawing)} ${toAttributes(box)} rx="4"/><text class="ink legend" x="${x + 26}" y="${y + 13}">${escapeXml(fitEnd(holderWords(holder, names), 24))}</text><text class="muted end" x="${x + LEGEND}" y="${y + 13}">${escapeXml(percent(files, map.paths.length))}</text>`;
  });
  const left = shares.length - rows.length;
  const more =
    left > 0
      ? [`<text class="muted" x="${x}" y="${TOP + rows.length * ROW + 13}">and ${left} more</text>`]
      : [];
  return [...rows, ...more].join('\n');
}
