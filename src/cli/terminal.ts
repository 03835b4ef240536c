import pc from 'picocolors';
import type { Paint } from '../reporters/paint.js';

/** The world as the command line sees it; the entry builds it from the process, tests from values. */
export interface Terminal {
  readonly workingDirectory: string;
  readonly temporaryDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The Node.js binary that runs this. */
  readonly nodePath: string;
  /** Its version, such as `v24.1.0`. */
  readonly nodeVersion: string;
  /** The file URL of the running program. */
  readonly programUrl: string;
  /** Whether standard output understands colours and the user wants them. */
  readonly colour: boolean;
  /** How wide standard output is; `null` where it is no terminal. */
  readonly columns: number | null;
  /** How high standard output is; nothing where it is no terminal. */
  readonly rows?: number | null;
  /** The time of the command. */
  now(): Date;
  write(text: string): void;
  writeError(text: string): void;
  /** Whether somebody is there to answer: standard input and output are terminals. */
  readonly isInteractive: boolean;
  /** Asks, and resolves to the line that is answered; to an empty one where input ends. */
  ask(question: string): Promise<string>;
  /** All of standard input. */
  readInput(): Promise<string>;
}

/**
 * Whether to print colours: on a terminal that has them, unless the user says otherwise by `NO_COLOR` (no-color.org) or
 * `FORCE_COLOR` (force-color.org; `0` and `false` force none, as in Node.js). Of the two, `NO_COLOR` wins.
 */
export function wantsColour(environment: Terminal['environment'], isTerminal: boolean): boolean {
  const { NO_COLOR: refused = '', FORCE_COLOR: forced = '', TERM: kind } = environment;
  if (refused !== '') return false;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && kind !== 'dumb';
}

/** Colours where the terminal shows them. */
export const paintFor = ({ colour }: Pick<Terminal, 'colour'>): Paint => pc.createColors(colour);

const NARROWEST = 60;
const WIDEST = 100;
const USUAL = 80;

/** The width to lay a report out for: the terminal's within bounds, the usual one elsewhere. */
export const pageWidth = ({ columns }: Pick<Terminal, 'columns'>): number =>
  Math.min(WIDEST, Math.max(NARROWEST, columns ?? USUAL));
