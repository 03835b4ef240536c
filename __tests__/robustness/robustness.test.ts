import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OperationalError } from '../../src/operational-error.js';
import { LIMITS } from './limits.js';
import { PARSERS, type Parser } from './parsers.js';
import seeds from './seeds.json' with { type: 'json' };

/** `AGENT_OWNERSHIP_FUZZ_SEED` runs a failure again, `AGENT_OWNERSHIP_FUZZ_SECONDS` looks longer than CI does. */
const seed = Number(process.env['AGENT_OWNERSHIP_FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const seconds = Number(process.env['AGENT_OWNERSHIP_FUZZ_SECONDS'] ?? 10);
/** Of the processor, which no other process takes away. A text of these lengths takes milliseconds. */
const MOST_MICROSECONDS = 2_000_000;

/** Inputs that failed once, by the seed and path that fast-check gave. They are tried before anything else. */
const FAILED_ONCE = seeds as readonly {
  readonly parser: string;
  readonly seed: number;
  readonly path: string;
}[];

function texts({ words }: Parser): fc.Arbitrary<string> {
  const spoken = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...words) },
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 120 },
  );
  const again = fc.tuple(
    fc.constantFrom(...words),
    fc.constantFrom(...words),
    fc.integer({ min: 1, max: 3_000 }),
  );
  return fc.oneof(
    { weight: 6, arbitrary: spoken.map((parts) => parts.join('')) },
    {
      weight: 1,
      arbitrary: again.map(([one, other, times]) => (one + other).repeat(times).slice(0, 20_000)),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );
}

/** Ends, and throws nothing but what every entry can word. */
const holds = (parser: Parser) =>
  fc.property(texts(parser), (text) => {
    const start = process.cpuUsage();
    try {
      parser.parse(text);
    } catch (error) {
      expect(error).toBeInstanceOf(OperationalError);
    }
    expect(process.cpuUsage(start).user).toBeLessThan(MOST_MICROSECONDS);
  });

const parserNamed = (name: string): Parser => {
  const parser = PARSERS.find((candidate) => candidate.name === name);
  if (parser === undefined) throw new Error(`no parser: ${name}`);
  return parser;
};

describe('what failed once', () => {
  it('is tried again', () => {
    for (const { parser, ...place } of FAILED_ONCE)
      fc.assert(holds(parserNamed(parser)), { ...place, endOnFailure: true });
  });
});

describe(`with the seed ${seed}, whatever it reads, this ends and throws no error but our own:`, () => {
  it.each(PARSERS)('$name', (parser) => {
    fc.assert(holds(parser), {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: (seconds * 1_000) / PARSERS.length,
      markInterruptAsFailure: false,
    });
  });
});

describe('what lies beyond a limit is said, and what is as large as it may be is read:', () => {
  it.each(LIMITS)('$most $limit', ({ most, text, read, said }) => {
    expect(read(text(most))).not.toContain(said);
    expect(read(text(most + 1))).toContain(said);
  });
});
