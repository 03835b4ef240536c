import { MOST_VALUES } from './limits.js';

/**
 * What aliases can make of a short text: data that holds itself (`a: &a [*a]`), or more values than are counted. The parser's own
 * limit of aliases sees neither where what they stand for is empty.
 */
export function findAliasFault(data: unknown): 'holds-itself' | 'too-many-values' | null {
  let values = 0;
  const faultOf = (value: unknown, around: readonly unknown[]): ReturnType<typeof findAliasFault> => {
    values += 1;
    if (values > MOST_VALUES) return 'too-many-values';
    if (typeof value !== 'object' || value === null) return null;
    if (around.includes(value)) return 'holds-itself';
    const further = [...around, value];
    for (const part of Object.values(value)) {
      const fault = faultOf(part, further);
      if (fault !== null) return fault;
    }
    return null;
  };
  return faultOf(data, []);
}
