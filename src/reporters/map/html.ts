import type { MapAnswer, OwnershipMap } from '../../core/map/ownership-map.js';
import { placeText } from '../voices.js';
import { visible } from '../visible.js';
import { inksOf } from './inks.js';
import type { MapFacts } from './map-facts.js';
import { notesOn, subtitleOf, titleOf } from './map-words.js';
import type { PackedData, PageAnswer, PageData } from './page-data.js';
import { packNames } from './page-names.js';

/** What the page is made with: its own script and style, their SHA-256 in Base64, and a packer (raw deflate, in Base64). */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  readonly hashes: { readonly script: string; readonly style: string };
  readonly pack: (text: string) => string;
}

/**
 * The map as one page that loads nothing: whatever a repository holds is JSON in it, and only the two blocks whose hashes the
 * policy names are run.
 */
export function toMapHtml(map: OwnershipMap, facts: MapFacts, parts: PageParts): string {
  const { script, style, hashes } = parts;
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashes.script}'`,
    `style-src 'sha256-${hashes.style}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Ownership map</title>
<!-- The layout is made by d3-hierarchy.
${LAYOUT_LICENCE}
-->
<style>${style}</style>
</head>
<body>
<noscript>This map needs JavaScript, which stands in this file; nothing is loaded. <code>agent-ownership map --svg FILE</code> makes a picture without it.</noscript>
<div id="app"><p class="reading">Reading the map …</p></div>
<script type="application/json" id="map-data">${toScriptJson(toPageData(map, facts, parts.pack))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The licence of d3-hierarchy, whose code is in the script: it has to go with every copy. */
const LAYOUT_LICENCE = `Copyright 2010-2026 Mike Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

/** JSON that ends no script and begins no comment in it, and that JavaScript of any age reads as well. */
export const toScriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function toPageData(map: OwnershipMap, facts: MapFacts, pack: PageParts['pack']): PageData {
  const inks = inksOf(map.agents);
  const sets = new Map<string, { readonly number: number; readonly agents: readonly number[] }>();
  const setOf = (agents: readonly number[]): number => {
    const key = agents.join();
    const number = sets.get(key)?.number ?? sets.size;
    sets.set(key, { number, agents });
    return number;
  };
  const toAnswer = (answer: MapAnswer): PageAnswer => [
    setOf(answer.owners),
    setOf(answer.readers),
    setOf(answer.denied),
    setOf(answer.contested),
    (answer.isProtected ? 1 : 0) + (answer.isShared ? 2 : 0),
    setOf(answer.spared),
  ];
  const answers = map.answers.map(toAnswer);
  return {
    title: titleOf(facts),
    subtitle: subtitleOf(map, facts),
    notes: notesOn(map, facts),
    agents: map.agents.map(({ name }, agent) => ({
      name: visible(name),
      fill: inks[agent]?.fill ?? '',
      text: inks[agent]?.text ?? '',
    })),
    sets: [...sets.values()].map(({ agents }) => agents),
    answers,
    packed: pack(JSON.stringify(toPacked(map))),
  };
}

const toPacked = ({ agents, answerAt, root }: OwnershipMap): PackedData => ({
  names: packNames(root),
  runs: toRuns(answerAt),
  rules: agents.map(({ definitions }) =>
    definitions
      .flatMap(({ sections }) => sections)
      .flatMap(({ rules }) =>
        rules.map(
          ({ section, pattern, location }) =>
            [section, visible(pattern), visible(placeText(location.file, location.line))] as const,
        ),
      ),
  ),
});

function toRuns(answerAt: Int32Array): readonly number[] {
  const runs: number[] = [];
  for (let at = 0; at < answerAt.length; at += 1) {
    if (at > 0 && answerAt[at] === answerAt[at - 1]) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(answerAt[at] ?? 0, 1);
  }
  return runs;
}
