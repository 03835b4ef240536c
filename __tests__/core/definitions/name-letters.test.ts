import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseName } from '../../../src/core/attribution/names.js';
import { hasName } from '../../../src/core/definitions/definition-name.js';
import { createLetterTest } from '../../../src/core/definitions/name-letters.js';
import { parseRoster } from '../../../src/core/definitions/parse-roster.js';
import { repoPath } from '../../../src/core/vocabulary.js';

const FILE = repoPath('.claude/agents/some-file.md');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A name as front matter can spell it, well or badly. */
const aSpelling = fc
  .tuple(
    fc.constantFrom('Data Base', 'data-base', 'agént', "o'neil", 'ΑΣ', 'a#b', 'K8s', '\u212Aelvin', 'no'),
    fc.constantFrom<(name: string) => string>(
      (name) => `name: ${name}`,
      (name) => `"name": "${name}"`,
      (name) => `name: '${name.replaceAll("'", "''")}'`,
      (name) =>
        `name: "${name.replaceAll(/[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)}"`,
      (name) => `name:\n  ${name.replace(' ', '\n  ')}`,
      (name) => `name: >-\n  ${name.replace(' ', '\n  ')}`,
      (name) => `name:\n  ${name.replace(' ', '\n  # why\n  ')}`,
      (name) => `{ name: "${name}", description: x }`,
      (name) => `other: &anchor ${name}\nname: *anchor`,
      (name) => `name: ${name} # comment`,
      (name) => `description: a: b\nname: ${name}`,
      (name) => `? name\n: ${name}`,
      () => 'description: no name',
    ),
  )
  .map(([name, spell]) => spell(name));

const aText = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.constantFrom('---', '--- ', '---js'),
    aSpelling,
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('\n---\n', '\n--- \n', '\n', '\n----\n'),
  )
  .map(([mark, fence, spelling, end, close]) =>
    `${mark}${fence}\n${spelling}${close}\n## CANNOT TOUCH\n\n- apps/**\n`.replaceAll('\n', end),
  );

describe('the quick look for a name', () => {
  it('never misses what the full reader finds', () => {
    let [met, texts] = [0, 0];
    fc.assert(
      fc.property(aText, (text) => {
        texts += 1;
        const { agents } = parseRoster([{ path: FILE, content: bytesOf(text) }]);
        for (const { name } of agents) {
          met += 1;
          for (const wanted of [name, name.toUpperCase(), normaliseName(name)]) {
            if (normaliseName(wanted) !== normaliseName(name)) continue;
            expect(createLetterTest([wanted])(text, FILE)).toBe(true);
            expect(hasName(text, FILE, [wanted])).toBe(true);
          }
        }
      }),
      { numRuns: 1_000 },
    );
    expect(met / texts).toBeGreaterThan(0.5);
  });

  it.each([
    ['another name', '---\nname: frontend\n---\n', false],
    ['the name in the body only', '---\nname: frontend\n---\ndatabase\n', false],
    ['no front matter', 'database\n', false],
    ['the name in a description', '---\nname: frontend\ndescription: not database\n---\n', true],
    ['the name behind a mark of the byte order', '\uFEFF---\nname: database\n---\n', true],
    ['a fence that does not begin the text', 'x\n---\nname: database\n---\n', false],
    ['a fence inside of the first line', 'x---\nname: database\n---\n', false],
    ['no second fence', '---\nname: database', true],
    ['the second fence at the very end', '---\nname: frontend\n---', false],
    ['the name on the line of the second fence', '---\nname: frontend\n--- database\n', true],
    ['an escape', '---\nname: "\\u0064atabase"\n---\n', true],
    ['an escape in the body only', '---\nname: frontend\n---\n\\u0064atabase\n', false],
    ['a comment in the name', '---\nname:\n  data # why\n  base\n---\n', true],
    ['a comment line in the name', '---\nname:\n  data\n#why\n  base\n---\n', true],
    ['no comment between the letters', '---\nname: data#why base\n---\n', false],
    ['the name in capitals, with signs', '---\nname: Data_BASE\n---\n', true],
  ])('reads no more than the letters of the front matter: %s', (_, text, expected) => {
    expect(createLetterTest(['database'])(text, FILE)).toBe(expected);
  });

  it.each([
    ['a name outside of ASCII, for whose letters no text is searched', ['größe'], true],
    ['such a name at the end', ['backend', 'aé'], true],
    ['such a name at the beginning', ['éa', 'backend'], true],
    ['one name of several', ['backend', 'frontend'], true],
    ['none of several', ['backend', 'database'], false],
    ['a name without letters, which is nobody’s', ['-'], false],
    ['no name at all', [], false],
  ])('looks for each of the names: %s', (_, names, expected) => {
    expect(createLetterTest(names)('---\nname: frontend\n---\n', FILE)).toBe(expected);
  });

  it('looks past signs inside of a name', () => {
    expect(createLetterTest(["o'neil"])("---\nname: 'o''neil'\n---\n", FILE)).toBe(true);
  });

  it('takes the name of the file where the front matter has none', () => {
    expect(createLetterTest(['Some File'])('---\ndescription: x\n---\n', FILE)).toBe(true);
  });
});
