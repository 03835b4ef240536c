import type { OwnershipMap } from '../../core/map/ownership-map.js';
import { countAgents, countAnswers, sharesOf, type Range, type Share } from '../../core/map/shares.js';
import { fitEnd, fitMiddle } from '../display-width.js';
import { padEnd, padStart, widest, wrap } from '../layout.js';
import { safeForLog } from '../log.js';
import type { Paint } from '../paint.js';
import { holderWords, percent } from './holder-words.js';
import { inksOf } from './inks.js';
import { createDrawHolder, drawBar, type ColourDepth, type DrawHolder } from './map-bar.js';
import type { MapFacts } from './map-facts.js';
import { toMapLines, type Extent, type MapLines } from './map-lines.js';
import { notesOn, subtitleOf, titleOf } from './map-words.js';
import { filesOf, rangesOf } from './tile-items.js';

/** What a map is laid out for. */
export interface MapPage {
  readonly paint: Paint;
  readonly width: number;
  readonly colours: ColourDepth;
  readonly extent: Extent;
}

/** Who owns how much, and the tree with its owners, for a terminal. Ends with a line break. */
export function toMapText(map: OwnershipMap, facts: MapFacts, page: MapPage): string {
  const { paint, width } = page;
  const draw = createDrawHolder(inksOf(map.agents), page.colours);
  const tree = toMapLines(map, page.extent);
  const blocks = [
    [paint.bold(fitEnd(titleOf(facts), width)), paint.dim(subtitleOf(map, facts))],
    notesOn(map, facts).flatMap((note) => wrap(note, '', width).map(paint.yellow)),
    toOwners(map, draw, page),
    toTree(map, tree, draw, page),
    leftOut(tree, page).flatMap((note) => wrap(note, '', width).map(paint.dim)),
  ];
  return safeForLog(
    blocks
      .filter((block) => block.length > 0)
      .map((block) => `${block.join('\n')}\n`)
      .join('\n'),
  );
}

const namesOf = ({ agents }: OwnershipMap): readonly string[] => agents.map(({ name }) => name);
const allOf = ({ paths }: OwnershipMap): readonly Range[] => [[0, paths.length]];

/** So many lines, before the rest shares one: a `--depth` asks for all. */
const MOST_OWNERS = 40;

/** A line for each holder, the largest first, and for each agent without a file. */
function toOwners(map: OwnershipMap, draw: DrawHolder, { paint, width, extent }: MapPage): readonly string[] {
  const shares = sharesOf(map, allOf(map));
  const idle = map.agents.flatMap((_, agent): readonly Share[] =>
    shares.some(({ holder }) => holder.kind === 'agent' && holder.agent === agent)
      ? []
      : [{ holder: { kind: 'agent', agent }, files: 0 }],
  );
  const counts = countAnswers(map, allOf(map));
  const denied = new Map(
    countAgents(map.answers, counts, 'denied').map(({ agent, files }) => [agent, files]),
  );
  const all = [...shares, ...idle];
  const most = 'depth' in extent ? all.length : MOST_OWNERS;
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const rest = all.length > shown.length ? [sumUp(all.slice(shown.length), map)] : [];
  const rows = shown.map(({ holder, files }) => ({
    holder,
    name: holderWords(holder, namesOf(map)),
    share: percent(files, map.paths.length),
    files: String(files),
    denied: holder.kind === 'agent' ? String(denied.get(holder.agent) ?? 0) : '',
  }));
  if (rows.length === 0) return ['There is no file.'];
  const name = Math.min(
    widest(['OWNER', ...rows.map((row) => row.name), ...rest.map(([words]) => words)]),
    width - 36,
  );
  const line = (cells: readonly [string, string, string, string]): string =>
    `${padEnd(fitMiddle(cells[0], name), name)}${padStart(cells[1], 8)}${padStart(cells[2], 9)}${padStart(cells[3], 14)}`.trimEnd();
  return [
    paint.dim(`   ${line(['OWNER', 'share', 'files', 'CANNOT TOUCH'])}`),
    ...rows.map((row) => `${draw(row.holder, 2)} ${line([row.name, row.share, row.files, row.denied])}`),
    ...rest.map((cells) => paint.dim(`   ${line(cells)}`)),
  ];
}

function sumUp(rest: readonly Share[], { paths }: OwnershipMap): readonly [string, string, string, string] {
  const files = rest.reduce((sum, share) => sum + share.files, 0);
  return [`… ${rest.length} more`, percent(files, paths.length), String(files), ''];
}

function toTree(
  map: OwnershipMap,
  { lines }: MapLines,
  draw: DrawHolder,
  { width, paint }: MapPage,
): readonly string[] {
  const bar = width >= 80 ? 16 : 10;
  const places = lines.map(({ branch, label }) => branch + label);
  const files = widest(lines.map(({ item }) => String(filesOf(item))));
  const place = Math.min(widest(places), Math.floor(width * 0.42));
  const room = width - place - files - bar - 6;
  return lines.map(({ item, branch, label }) => {
    const shares = sharesOf(map, rangesOf(item));
    const shown = fitMiddle(label, Math.max(4, place - branch.length));
    return [
      paint.dim(branch) + padEnd(shown, place - branch.length),
      padStart(String(filesOf(item)), files),
      drawBar(shares, bar, draw),
      fitEnd(describe(shares, filesOf(item), namesOf(map)), room),
    ].join('  ');
  });
}

/** "database 60 %, nobody 40 %"; the one that has it all without a figure. */
function describe(shares: readonly Share[], files: number, names: readonly string[]): string {
  if (shares.length === 1) return shares.map(({ holder }) => holderWords(holder, names)).join('');
  return shares
    .map(({ holder, files: some }) => `${holderWords(holder, names)} ${percent(some, files)}`)
    .join(', ');
}

function leftOut({ closed, folded }: MapLines, { extent }: MapPage): readonly string[] {
  if (closed + folded === 0) return [];
  const parts = [
    ...(closed === 0
      ? []
      : [`${closed} ${closed === 1 ? 'directory' : 'directories'} of several owners not opened`]),
    ...(folded === 0 ? [] : [`${folded} entries without a line of their own`]),
  ];
  const way = 'depth' in extent ? `--depth ${extent.depth + 1}` : '--depth N';
  return [`Left out: ${parts.join(', ')}. ${way} shows more, a PATH a part, --html FILE all of it.`];
}
