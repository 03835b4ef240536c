import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { plainPaint } from '../../../src/reporters/paint.js';
import { displayWidth } from '../../../src/reporters/display-width.js';
import { toMapJson } from '../../../src/reporters/map/json-map.js';
import { toMapHtml, toScriptJson } from '../../../src/reporters/map/html.js';
import { unpackNames, packNames } from '../../../src/reporters/map/page-names.js';
import { toMapSvg } from '../../../src/reporters/map/svg.js';
import { toMapText, type MapPage } from '../../../src/reporters/map/text-map.js';
import { parseWorkflowCommands } from '../../../src/cli/demo/workflow-commands.js';
import { anAgent } from '../../support/builders.js';
import { HOSTILE } from '../../support/hostile.js';
import { aMap, everyHolder, hostileMap, MAP_FACTS } from '../../support/maps.js';
import { errorsOfMap } from '../../support/schemas.js';

const PAGE: MapPage = { paint: plainPaint, width: 80, colours: 'none', extent: { lines: 40 } };
const textOf = (map = everyHolder(), page: Partial<MapPage> = {}) =>
  toMapText(map, MAP_FACTS, { ...PAGE, ...page });
const PARTS = {
  script: '0',
  style: 'a{}',
  hashes: { script: 'S', style: 'T' },
  pack: (text: string) => btoa(encodeURIComponent(text)),
};

describe('toMapText', () => {
  it('tells of the largest holders, and of the rest in one line, unless a depth asks for all', () => {
    const agents = Array.from({ length: 1_000 }, (_, at) => anAgent(`agent-${at}`, { owns: [`d${at}/**`] }));
    const map = aMap(
      agents,
      agents.map((_, at) => `d${at}/a.ts`),
    );
    const text = textOf(map);

    expect(text.split('\n').length).toBeLessThan(100);
    expect(text).toMatch(/^ {3}… 961 more +96 % +961$/m);
    expect(textOf(map, { extent: { depth: 1 } })).not.toContain('more  ');
  });

  it('tells who owns how much, and the tree', () => {
    expect(textOf()).toMatchInlineSnapshot(`
      "Ownership map
      10 files, 3 agents, in the working tree

         OWNER                       share    files  CANNOT TOUCH
      aa backend-django               30 %        3             3
      bb database                     20 %        2             1
      ·· nobody                       20 %        2
      -- protected                    10 %        1
      !! contested                    10 %        1
      ++ backend-django + database    10 %        1
      cc testing                       0 %        0             0

      ├─ apps/            4  aaaaaaaabbbbbbbb  backend-django 50 %, database 50 %
      │  ├─ blog/         2  aaaaaaaabbbbbbbb  backend-django 50 %, database 50 %
      │  │  ├─ models.py  1  bbbbbbbbbbbbbbbb  database
      │  │  └─ views.py   1  aaaaaaaaaaaaaaaa  backend-django
      │  └─ shop/         2  aaaaaaaabbbbbbbb  backend-django 50 %, database 50 %
      │     ├─ models.py  1  bbbbbbbbbbbbbbbb  database
      │     └─ views.py   1  aaaaaaaaaaaaaaaa  backend-django
      ├─ docs/            2  aaaaaaaa++++++++  backend-django 50 %, backend-django + …
      │  ├─ db.md         1  ++++++++++++++++  backend-django + database
      │  └─ guide.md      1  aaaaaaaaaaaaaaaa  backend-django
      ├─ api/             1  !!!!!!!!!!!!!!!!  contested
      ├─ (2 files)        2  ················  nobody
      └─ .gitmodules      1  ----------------  protected
      "
    `);
  });

  it('counts what it leaves out', () => {
    const names = Array.from({ length: 300 }, (_, at) => [`d${at}/a.py`, `d${at}/b.ts`]).flat();
    const map = aMap([anAgent('a', { owns: ['*.py'] })], names);

    expect(textOf(map, { extent: { lines: 20 } })).toMatch(/^Left out: .*289 entries without a line/m);
    expect(textOf(map, { extent: { depth: 1 } })).toContain('300 directories of several owners not opened');
    expect(textOf(map, { extent: { depth: 2 } })).not.toContain('Left out');
  });

  it('paints agents in colours where there are some', () => {
    const map = aMap([anAgent('a', { owns: ['**'] })], ['x']);
    expect(textOf(map, { colours: 'true' })).toContain('\u001b[38;2;64;106;181m█');
    expect(textOf(map, { colours: '256' })).toContain('\u001b[38;5;61m█');
    expect(textOf(map)).not.toContain('\u001b');
  });

  it.each([60, 80, 100])('fits %d columns', (width) => {
    for (const line of textOf(everyHolder(), { width }).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('says what is missing', () => {
    const text = toMapText(aMap([], ['x']), { ...MAP_FACTS, errors: 2 }, PAGE);
    expect(text).toContain('No definition was found');
    expect(text).toContain('2 errors');
  });
});

describe('toMapJson', () => {
  it('parts all files into areas of one answer', () => {
    const json = toMapJson(everyHolder(), MAP_FACTS);
    const { areas, files, totals } = JSON.parse(json) as {
      areas: { path: string; files: number; owns: string[]; contested: string[] }[];
      files: number;
      totals: Record<string, number>;
    };

    expect(errorsOfMap(json)).toEqual([]);
    expect(areas.reduce((sum, area) => sum + area.files, 0)).toBe(files);
    expect(Object.values(totals).reduce((sum, some) => sum + some, 0)).toBe(files);
    expect(totals).toEqual({ one: 5, several: 1, contested: 1, protected: 1, shared: 0, nobody: 2 });
    expect(areas.find(({ path }) => path === 'docs/db.md')?.owns).toEqual(['backend-django', 'database']);
    expect(areas.find(({ path }) => path === 'api')?.contested).toEqual(['backend-django']);
  });
});

describe('packNames', () => {
  it('comes back from the page as it went in', () => {
    const { root, answerAt } = everyHolder();
    expect(unpackNames(packNames(root), answerAt)).toEqual(root);
  });
});

describe('toMapHtml', () => {
  it('carries the licence of the layout, whose code is in the script', () => {
    const licence = new URL('../../../node_modules/d3-hierarchy/LICENSE', import.meta.url);
    expect(toMapHtml(everyHolder(), MAP_FACTS, PARTS)).toContain(readFileSync(licence, 'utf8').trim());
  });

  it('allows its own two blocks and nothing else', () => {
    const html = toMapHtml(everyHolder(), MAP_FACTS, PARTS);
    expect(html).toContain("default-src 'none'; script-src 'sha256-S'; style-src 'sha256-T'");
    expect(html).not.toMatch(/\b(?:src|href)=|https?:|@import|url\(/);
  });
});

describe.each(HOSTILE)('%s', (_title, text) => {
  const map = hostileMap(text);

  it('cannot leave the JSON of the page', () => {
    const json = toScriptJson([text]);
    expect(json).not.toMatch(/[<>\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual([text]);
    const html = toMapHtml(map, MAP_FACTS, PARTS);
    expect([html.match(/<script/g)?.length, html.match(/<\/script/g)?.length]).toEqual([2, 2]);
  });

  it('is text in the picture', () => {
    const svg = toMapSvg(map, MAP_FACTS);
    const tags = new Set(Array.from(svg.matchAll(/<\/?([^\s/>]+)/g), ([, name]) => name));
    // eslint-disable-next-line no-control-regex -- what XML cannot hold
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/);
    expect([...tags].filter((tag) => !SVG_TAGS.includes(tag ?? ''))).toEqual([]);
  });

  it('is visible text in the terminal, which no log obeys', () => {
    const shown = textOf(map);
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(parseWorkflowCommands(shown)).toEqual([]);
  });

  it('is JSON that the schema knows', () => {
    const json = toMapJson(map, MAP_FACTS);
    expect(errorsOfMap(json)).toEqual([]);
    expect((JSON.parse(json) as { agents: { name: string }[] }).agents[0]?.name).toBe(map.agents[0]?.name);
  });
});

const SVG_TAGS = ['?xml', 'svg', 'title', 'desc', 'style', 'defs', 'pattern', 'rect', 'circle', 'text', 'g'];
