import { describe, expect, it } from '@jest/globals';

import { readFully } from './reading.js';

describe('tags with indents, fences and each other between them', () => {
  it.each([
    ['  <owns>@      a/@        b/@  </owns>', ['owns 2 a/', 'owns 3 b/']],
    ['<owns>@      ```@      a/@      ```@</owns>', ['owns 3 a/']],
    [
      '## READS@<x>@<owns>@- `a/`@</x>@- `b/`@</owns>',
      ['reads 6 b/', '! reads 7 unknown-shape </owns>', '! owns 3 unknown-shape <owns>'],
    ],
  ])('hold what stands between partners: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('headings, labels and fences without an end', () => {
  it.each([
    ['**CANNOT TOUCH:**@# B@- `a/`', ['! cannot-touch 1 unknown-shape CANNOT TOUCH:']],
    [
      '## If asked@Never edit `a/`.@## Rules@Never edit `b/`.',
      ['cannot-touch 4 b/', '! cannot-touch 2 unknown-shape Never edit `a/`.'],
    ],
    ['## File ownership', []],
  ])('hold what stands below them: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('"everything outside of" paths', () => {
  it.each([
    ['## CANNOT TOUCH@- Everything@  outside a/', ['cannot-touch 2 **', 'cannot-touch 2 !a/']],
    [
      '## CANNOT TOUCH@Everything  outside  a/ but c',
      ['! cannot-touch 2 complement Everything outside a/ but c'],
    ],
    ['## CANNOT TOUCH@- **Everything** outside `a/`', ['cannot-touch 2 **', 'cannot-touch 2 !a/']],
    ['## CANNOT TOUCH@- ___all___ files outside `a/`', ['cannot-touch 2 **', 'cannot-touch 2 !a/']],
    ['## CANNOT TOUCH@- **All files *outside* `a/`**', ['cannot-touch 2 **', 'cannot-touch 2 !a/']],
    [
      '## CANNOT TOUCH@- **Everything outside a/** — x',
      ['! cannot-touch 2 complement **Everything outside a/** — x'],
    ],
    [
      '## CANNOT TOUCH@- Everything outside a/ folder — x',
      ['cannot-touch 2 ** # x', 'cannot-touch 2 !a/ # x'],
    ],
    [
      '## CANNOT TOUCH@- Everything outside a/ , b/',
      ['cannot-touch 2 **', 'cannot-touch 2 !a/', 'cannot-touch 2 !b/'],
    ],
  ])('is read where it is certain which: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('the cells and bullets of a section', () => {
  it.each([
    [
      '## OWNS@- a/ —  x@   (ops),  d/ (web)',
      ['owns 2 a/ # x (ops),  d/ (web)', '! owns 2 unknown-shape — x (ops), d/ (web)'],
    ],
    ['## OWNS@- a/ ,@  b/', ['owns 2 a/', 'owns 3 b/']],
    ['## OWNS@- `<path to>`', ['! 2 unresolved-placeholder']],
    ['## OWNS@- `dbo.users`', ['! owns 2 not-a-path `dbo.users`']],
    ['## OWNS@- `  \t a/`', ['owns 2 a/']],
  ])('hold paths, placeholders or neither: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('sentences over lines, with marks and many paths', () => {
  it.each([
    ['❌ You own `a/`.', ['! owns 1 unknown-shape ❌ You own `a/`.']],
    ['Does not modify `a/`.', ['! cannot-touch 1 unknown-shape Does not modify `a/`.']],
    ['Only create `a/`.', []],
    ['Never edit ` a/ `.', ['cannot-touch 1 a/']],
    [
      'Never edit `1/`, `2/`, `3/`, `4/`, `5/`, `6/`, `7/`, `8/`, `9/`, `10/`, `11/` by hand.',
      [
        '! cannot-touch 1 unknown-shape Never edit `1/`, `2/`, `3/`, `4/`, `5/`, `6/`, `7/`, `8/`, `9/`, `10/`, `11/` by hand.',
      ],
    ],
  ])('are read where they are orders: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});
