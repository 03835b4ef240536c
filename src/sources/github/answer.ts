import { OperationalError } from '../../operational-error.js';
import { isRecord, isText, lookUp } from './payload.js';

export type Read = <Value>(field: string, fits: (value: unknown) => value is Value) => Value;

/** Reads fields of an answer of the API; throws `api-failed` with the field that is missing or garbled. */
export const readerOf =
  (answer: unknown, what: string): Read =>
  (field, fits) => {
    const value = lookUp(answer, field);
    if (!fits(value)) throw unreadable(`${what}: ${field}`);
    return value;
  };

export const unreadable = (field: string): OperationalError => new OperationalError('api-failed', field);

/** A time as the API writes it (ISO 8601). */
export const isMoment = (value: unknown): value is string =>
  isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));

export const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** An object, or nothing where GitHub has nothing to show, as for an account that is gone. */
export const isRecordOrNull = (value: unknown): value is Readonly<Record<string, unknown>> | null =>
  value === null || isRecord(value);
