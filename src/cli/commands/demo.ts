import { actionBeside, runDemo } from '../demo/run-demo.js';
import type { ExitCode } from '../exit-codes.js';
import type { DemoOptions } from '../options.js';
import { paintFor, type Terminal } from '../terminal.js';

/** `demo`: the built action on a small real repository, as a reader would see it. */
export const runDemoCommand = ({ keep }: DemoOptions, terminal: Terminal): Promise<ExitCode> =>
  runDemo({
    environment: terminal.environment,
    nodePath: terminal.nodePath,
    actionPath: actionBeside(terminal.programUrl),
    tempParent: terminal.temporaryDirectory,
    keep: keep ?? false,
    write: (text) => {
      terminal.write(text);
    },
    paint: paintFor(terminal),
  });
