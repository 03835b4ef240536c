/** How `explain` reports. */
export const FORMATS = ['text', 'json'] as const;
/** How `check` reports. */
export const CHECK_FORMATS = ['text', 'json', 'github', 'markdown', 'sarif'] as const;
/** How `lint` reports. */
export const LINT_FORMATS = ['text', 'json', 'github', 'sarif'] as const;

export type Format = (typeof FORMATS)[number];
export type CheckFormat = (typeof CHECK_FORMATS)[number];
export type LintFormat = (typeof LINT_FORMATS)[number];

/** How a report leaves a command. */
export interface ReportOptions<OneOf extends string = Format> {
  readonly format: OneOf;
  readonly output?: string;
}

/** Where the config is. */
export interface ConfigOptions {
  readonly config?: string;
}

export interface CheckOptions extends ReportOptions<CheckFormat>, ConfigOptions {
  readonly base?: string;
  readonly head: string;
  readonly staged?: true;
  readonly workingTree?: true;
  readonly agent: readonly string[];
}

export interface ExplainOptions extends ReportOptions, ConfigOptions {
  readonly agent?: string;
  readonly at?: string;
}

export interface LintOptions extends ReportOptions<LintFormat>, ConfigOptions {
  readonly at?: string;
  readonly definition: readonly string[];
}

export interface GitHookOptions {
  readonly verbose?: true;
}

export interface MapOptions extends ReportOptions, ConfigOptions {
  readonly at?: string;
  readonly depth?: number;
  readonly html?: string;
  readonly svg?: string;
}

export interface DemoOptions {
  readonly keep?: true;
}

export interface InitOptions {
  readonly uses?: string;
  readonly gitHooks?: true;
  readonly remove?: true;
  readonly yes?: true;
  readonly dryRun?: true;
}

export interface DoctorOptions {
  readonly format: Format;
}
