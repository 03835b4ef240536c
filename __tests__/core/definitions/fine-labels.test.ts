import { describe, expect, it } from '@jest/globals';

import { readFully } from './reading.js';

describe('a bullet', () => {
  it.each([
    ['## OWNS@- `a/`  and  the  `b/` x', ['! owns 2 unknown-shape `a/` and the `b/` x']],
    ['## OWNS@- `a/` when building', ['! owns 2 unknown-shape `a/` when building']],
    ['## OWNS@- `a/`, `npm test`', ['owns 2 a/', '! owns 2 not-a-path npm test']],
    ['## OWNS@- ` `', ['! owns 2 no-path ` `']],
    ['## OWNS@- `a/` all `b/`', ['! owns 2 unknown-shape `a/` all `b/`']],
    ['## OWNS@- , `a/`', ['! owns 2 unknown-shape , `a/`']],
    ['## OWNS@- ** ** `a/`', ['owns 2 a/']],
    ['## OWNS@- `a/` — __x__ and **y** and ___z___', ['owns 2 a/ # x and y and z']],
  ])('holds paths, and nothing that is joined to them: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('tags in a line', () => {
  it.each([
    ['<owns />@`a/`@</owns>', ['! owns 1 unknown-shape <owns />']],
    ['<owns> `a/`, `b/`   </owns>  ', ['owns 1 a/', 'owns 1 b/']],
    ['## READS@x</files><files>`a/`</files>', ['! reads 2 unknown-shape x</files><files>`a/`</files>']],
  ])('hold what stands between partners: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('labels in a line', () => {
  it.each([
    [
      '**OWNS:** `a/` **CANNOT TOUCH (x: y)** `b/`',
      ['! owns 1 unknown-shape `a/` **CANNOT TOUCH (x: y)** `b/`'],
    ],
    ['**OWNS:** `a/ **CANNOT TOUCH:** x` b/', ['! owns 1 unknown-shape `a/ **CANNOT TOUCH:** x` b/']],
    ['## READS@- `x/`@@→ **OWNS:** `a/`', ['reads 2 x/', 'owns 4 a/']],
    ['**OWNS:** `a/` **: CANNOT TOUCH** `b/`', ['owns 1 a/', 'cannot-touch 1 b/']],
    ['**Note: CANNOT TOUCH:** (without approval) `a/`', ['cannot-touch 1 a/ ?']],
  ])('begin where they are labels for certain: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});

describe('a sentence in prose', () => {
  it.each([
    ['Never edit src/a.ts:),', ['! cannot-touch 1 unknown-shape Never edit src/a.ts:),']],
    ['Never edit (src/a.ts:x.', []],
  ])('is reported where it denies a path: %s', (text, said) => {
    expect(readFully(text)).toEqual(said);
  });
});
