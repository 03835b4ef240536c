import { EOL } from 'node:os';
import {
  issueCommand,
  issueFileCommand,
  prepareKeyValueMessage,
  summary,
  toCommandProperties,
} from '#toolkit';
import type { AnnotationProperties, Toolkit } from './toolkit.js';

interface Step {
  readonly print: (text: string) => void;
  /** Makes the step end as a failure. */
  readonly fail: () => void;
}

/** What `@actions/core` gives under the same names, of its parts that need no network. */
export function createToolkit({ print, fail }: Step): Toolkit {
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
      issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    },
    setFailed: (message) => {
      fail();
      error(message);
    },
    summary,
  };
}
