import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLogParser, type LoggedCommit } from '../../../src/sources/git/parse-log.js';
import { OperationalError } from '../../../src/operational-error.js';

const OID = 'a'.repeat(40);

const aRecord = (subject: string, trailers: readonly string[], paths: readonly string[]): string =>
  [
    `\u0001${OID}\0${OID}\0${OID} ${OID}\0A\0a@b\0${subject}\0${trailers.join('\0')}`,
    ...paths.map((path) => `\0:100644 100644 ${OID} ${OID} M\0${path}`),
    '\0',
  ].join('');

function parse(...pieces: readonly Buffer[]): readonly LoggedCommit[] {
  const parser = createLogParser();
  for (const piece of pieces) parser.push(piece);
  return parser.finish();
}

const pieceBy = (bytes: Buffer, size: number): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

describe('the log', () => {
  it('is the same in whatever pieces it comes', () => {
    const text = fc.constantFrom('x', '\u0001', `\u0001${OID}`, ':100644', 'caf\u00e9', '');
    const record = fc
      .tuple(text, fc.array(text, { maxLength: 2 }), fc.array(text, { maxLength: 3 }))
      .map(([subject, values, paths]) =>
        aRecord(
          subject,
          values.map((value) => `Agent: ${value}`),
          paths.map((path) => `p${path}`),
        ),
      );
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 4 }),
        fc.integer({ min: 1, max: 300_000 }),
        (records, size) => {
          const long = aRecord(
            'long',
            [],
            Array.from({ length: 3_000 }, (_, index) => `path/${index}`),
          );
          const bytes = Buffer.from([...records, long, ...records].join(''));
          expect(parse(...pieceBy(bytes, Math.max(size, 5_000)))).toEqual(parse(bytes));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is read once where one record is larger than everything', () => {
    const large = aRecord(
      'x',
      [],
      Array.from({ length: 200_000 }, (_, index) => `some/long/path/to/a/file/${index}`),
    );
    const [commit] = parse(...pieceBy(Buffer.from(large), 65_536));
    expect(commit?.changes).toHaveLength(200_000);
  });

  it.each([
    ['cut off', Buffer.from(aRecord('x', [], ['a'])).subarray(0, -3)],
    ['no log', Buffer.from('fatal: no\0')],
  ])('is refused where it is %s', (_, bytes) => {
    expect(() => parse(bytes)).toThrow(OperationalError);
  });
});
