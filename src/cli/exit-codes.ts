/** What the command line's exit status means. */
export const EXIT = {
  /** Nothing of severity error was found. */
  clean: 0,
  /** Findings of severity error. */
  findings: 1,
  /** The check could not be made, or the command was used wrongly. */
  couldNotCheck: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
