/** A JSON text as a value; `undefined` for one that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';

export const isNumber = (value: unknown): value is number => Number.isFinite(value);
