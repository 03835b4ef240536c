export type Format = 'text' | 'json';

/** How a report leaves a command. */
export interface ReportOptions {
  readonly format: Format;
  readonly output?: string;
}

export interface CheckOptions extends ReportOptions {
  readonly base?: string;
  readonly head: string;
}

export interface ExplainOptions extends ReportOptions {
  readonly agent?: string;
  readonly at?: string;
}

export interface LintOptions extends ReportOptions {
  readonly at?: string;
  readonly definition: readonly string[];
}

export interface DemoOptions {
  readonly keep?: true;
}
