/** The properties of an annotation that this action uses; the toolkit escapes them. */
export interface AnnotationProperties {
  title?: string;
  file?: string;
  startLine?: number;
  endLine?: number;
}

/** What the action needs of `@actions/core`. Handed in, so that another one can take its place. */
export interface Toolkit {
  error(message: string, properties?: AnnotationProperties): void;
  warning(message: string, properties?: AnnotationProperties): void;
  notice(message: string, properties?: AnnotationProperties): void;
  info(message: string): void;
  startGroup(name: string): void;
  endGroup(): void;
  setOutput(name: string, value: string): void;
  setFailed(message: string): void;
  readonly summary: Summary;
}

interface Summary {
  addRaw(text: string): { write(options?: { overwrite?: boolean }): Promise<unknown> };
}
