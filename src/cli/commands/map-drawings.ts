import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { OwnershipMap } from '../../core/map/ownership-map.js';
import { OperationalError } from '../../operational-error.js';
import type { PageParts } from '../../reporters/map/html.js';
import type { MapFacts } from '../../reporters/map/map-facts.js';
import { visible } from '../../reporters/visible.js';
import type { MapOptions } from '../options.js';
import type { Terminal } from '../terminal.js';

/** Writes the picture and the page that were asked for, and says so in a line each. Throws `unwritable-file`. */
export async function writeDrawings(
  map: OwnershipMap,
  facts: MapFacts,
  { html, svg }: MapOptions,
  terminal: Terminal,
): Promise<readonly string[]> {
  const notes: string[] = [];
  const write = async (file: string, content: string): Promise<void> => {
    try {
      await writeFile(resolve(terminal.workingDirectory, file), content);
    } catch (cause) {
      throw new OperationalError('unwritable-file', file, { cause });
    }
    notes.push(`Written: ${visible(file)} (${Math.ceil(Buffer.byteLength(content) / 1000)} kB)\n`);
  };
  if (svg !== undefined) {
    const { toMapSvg } = await import('../../reporters/map/svg.js');
    await write(svg, toMapSvg(map, facts));
  }
  if (html !== undefined) {
    const { toMapHtml } = await import('../../reporters/map/html.js');
    await write(html, toMapHtml(map, facts, await readPageParts(terminal)));
  }
  return notes;
}

/** The page's script and style lie beside the program: scripts/build.mjs puts them there. */
async function readPageParts({ programUrl }: Terminal): Promise<PageParts> {
  const [script, style] = await Promise.all(
    ['./map-page.js', './map-page.css'].map(async (name) => {
      const file = fileURLToPath(new URL(name, programUrl));
      try {
        return await readFile(file, 'utf8');
      } catch (cause) {
        throw new OperationalError('unreadable-file', file, { cause });
      }
    }),
  );
  if (script === undefined || style === undefined) throw new OperationalError('internal', 'map-page');
  return { script, style, hashes: { script: hash(script), style: hash(style) }, pack };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

const pack = (text: string): string => deflateRawSync(text, { level: 9 }).toString('base64');
