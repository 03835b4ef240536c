import type { MapEntry } from '../../../core/map/map-entries.js';
import type { MapAnswer } from '../../../core/map/ownership-map.js';
import type { PackedData, PageData, PageRule } from '../page-data.js';
import { unpackNames } from '../page-names.js';

/** The map as the page works with it. */
export interface PageMap extends Pick<PageData, 'title' | 'subtitle' | 'notes' | 'agents'> {
  readonly answers: readonly MapAnswer[];
  readonly answerAt: Int32Array;
  readonly rules: readonly (readonly PageRule[])[];
  readonly root: MapEntry;
}

/** Reads what the page was given. Rejects in a browser that cannot inflate. */
export async function readMap(text: string): Promise<PageMap> {
  const { packed, sets, answers, ...shown } = JSON.parse(text) as PageData;
  const { names, runs, rules } = JSON.parse(await inflate(packed)) as PackedData;
  const answerAt = toAnswerAt(runs);
  const root = unpackNames(names, answerAt);
  const set = (number: number): readonly number[] => sets[number] ?? [];
  return {
    ...shown,
    rules,
    answerAt,
    root,
    answers: answers.map(([owners, readers, denied, contested, flags, spared]) => ({
      owners: set(owners),
      readers: set(readers),
      denied: set(denied),
      contested: set(contested),
      isProtected: (flags & 1) > 0,
      isShared: (flags & 2) > 0,
      spared: set(spared),
    })),
  };
}

async function inflate(packed: string): Promise<string> {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

function toAnswerAt(runs: readonly number[]): Int32Array {
  let length = 0;
  for (let at = 1; at < runs.length; at += 2) length += runs[at] ?? 0;
  const answerAt = new Int32Array(length);
  let start = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const end = start + (runs[at + 1] ?? 0);
    answerAt.fill(runs[at] ?? 0, start, end);
    start = end;
  }
  return answerAt;
}
