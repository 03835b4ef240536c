import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { WhoMade } from '../../check/read-changes.js';
import { withRepository } from '../../check/open-repository.js';
import { dayOf, usualSettings } from '../../check/settings.js';
import { stampMessage } from '../../check/stamp-message.js';
import { OperationalError } from '../../operational-error.js';
import { toLeftAlone, toNameRefused } from '../../reporters/git-hook-words.js';
import { readGivenPlace } from '../../sources/git/given-place.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

/** `git-hook prepare-commit-msg`: stamps the message with the agents whose work the commit is. */
export async function runStampCommit(
  file: string,
  agents: readonly string[] | WhoMade,
  terminal: Terminal,
): Promise<ExitCode> {
  const { workingDirectory: directory, environment, temporaryDirectory } = terminal;
  const settings = usualSettings(dayOf(terminal.now()));
  const path = resolve(directory, file);
  const message = await readMessage(path);
  const place = readGivenPlace(environment, directory);
  const stamped = await withRepository({ environment, directory, temporaryDirectory, place }, (opened) =>
    stampMessage(opened, message, agents, settings),
  );
  switch (stamped.kind) {
    case 'none':
      return EXIT.clean;
    case 'stamped':
      await writeFile(path, stamped.message);
      return EXIT.clean;
    case 'of-others':
      terminal.writeError(toLeftAlone(stamped.claims, stamped.wanted));
      return EXIT.clean;
    case 'unknown': {
      const { value, suggestions } = stamped;
      terminal.writeError(toNameRefused({ code: 'no-such-agent', subject: value, suggestions }));
      return EXIT.findings;
    }
  }
}

async function readMessage(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new OperationalError('unreadable-file', path, { cause });
  }
}
