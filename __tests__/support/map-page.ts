import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { PageParts } from '../../src/reporters/map/html.js';
import { temporaryDirectory } from './repository.js';

interface Builder {
  buildMapPage(): Promise<{ readonly script: string; readonly style: string }>;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Builds the page as scripts/build.mjs does. */
export async function aPage(): Promise<PageParts> {
  const url = new URL('../../scripts/build-map-page.mjs', import.meta.url).href;
  const { script, style } = await ((await import(url)) as Builder).buildMapPage();
  return {
    script,
    style,
    hashes: { script: hash(script), style: hash(style) },
    pack: (text) => deflateRawSync(text).toString('base64'),
  };
}

/** The URL of a program that has the page beside it. */
export function programWith({ script, style }: PageParts): string {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'map-page.js'), script);
  writeFileSync(join(folder, 'map-page.css'), style);
  return pathToFileURL(join(folder, 'index.js')).href;
}
