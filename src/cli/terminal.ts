/** The world as the command line sees it; the entry builds it from the process, tests from values. */
export interface Terminal {
  readonly workingDirectory: string;
  readonly temporaryDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The Node.js binary that runs this. */
  readonly nodePath: string;
  /** The file URL of the running program. */
  readonly programUrl: string;
  /** Whether standard output understands colours and the user wants them. */
  readonly colour: boolean;
  write(text: string): void;
  writeError(text: string): void;
  /** All of standard input. */
  readInput(): Promise<string>;
}
