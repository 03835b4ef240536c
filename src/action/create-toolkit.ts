import { statSync } from 'node:fs';
import { EOL } from 'node:os';
import {
  issueCommand,
  issueFileCommand,
  prepareKeyValueMessage,
  summary,
  toCommandProperties,
} from '#toolkit';
import type { Environment } from '../sources/git/environment.js';
import type { AnnotationProperties, Toolkit } from './toolkit.js';

interface Step {
  readonly environment: Environment;
  readonly print: (text: string) => void;
  /** Makes the step end as a failure. */
  readonly fail: () => void;
}

/** What `@actions/core` gives under the same names, of its parts that need no network. */
export function createToolkit({ print, fail, environment }: Step): Toolkit {
  const annotate =
    (command: 'error' | 'warning' | 'notice') =>
    (message: string, properties: AnnotationProperties = {}): void => {
      issueCommand(command, toCommandProperties(properties), message);
    };
  const error = annotate('error');
  return {
    error,
    warning: annotate('warning'),
    notice: annotate('notice'),
    info: (message) => {
      print(message + EOL);
    },
    startGroup: (name) => {
      issueCommand('group', {}, name);
    },
    endGroup: () => {
      issueCommand('endgroup', {}, '');
    },
    setOutput: (name, value) => {
      refusePipe(environment['GITHUB_OUTPUT']);
      issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    },
    setFailed: (message) => {
      fail();
      error(message);
    },
    summary: {
      addRaw: (text) => ({
        write: async (options) => {
          refusePipe(environment['GITHUB_STEP_SUMMARY']);
          await summary.addRaw(text).write(options);
        },
      }),
    },
  };
}

/** Opening a pipe waits for whoever reads it, and need never end. */
function refusePipe(file: string | undefined): void {
  if (file !== undefined && statSync(file, { throwIfNoEntry: false })?.isFIFO() === true)
    throw new Error(`a pipe, and no file: ${file}`);
}
