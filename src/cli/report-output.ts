import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OperationalError } from '../operational-error.js';
import { plainPaint, type Paint } from '../reporters/paint.js';
import type { ReportOptions } from './options.js';
import { pageWidth, paintFor, type Terminal } from './terminal.js';

/** What a text is laid out for. */
export interface Page {
  readonly paint: Paint;
  readonly width: number;
}

/** A rendering for each format that a command offers. */
export type Renderings<Format extends string> = Readonly<
  Record<Format, (page: Page) => string | Promise<string>>
>;

/** Writes the report in the form and to the place that was asked for. Throws `unwritable-file`. */
export async function writeReport<Format extends string>(
  renderings: Renderings<Format>,
  { format, output }: ReportOptions<Format>,
  terminal: Terminal,
): Promise<void> {
  const page: Page =
    output === undefined
      ? { paint: paintFor(terminal), width: pageWidth(terminal) }
      : { paint: plainPaint, width: pageWidth({ columns: null }) };
  const report = endWithNewline(await renderings[format](page));
  if (output === undefined) {
    terminal.write(report);
    return;
  }
  try {
    await writeFile(resolve(terminal.workingDirectory, output), report);
  } catch (cause) {
    throw new OperationalError('unwritable-file', output, { cause });
  }
}

/** A text as a file holds it. */
export const endWithNewline = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
