import { checkWork } from '../../check/check-work.js';
import { withRepository } from '../../check/open-repository.js';
import { OperationalError } from '../../operational-error.js';
import { readGivenPlace } from '../../sources/git/given-place.js';
import { toSettings } from '../cli-settings.js';
import type { ExitCode } from '../exit-codes.js';
import type { CheckOptions } from '../options.js';
import type { Terminal } from '../terminal.js';
import { reportCheck } from './check.js';

/** `check --staged` and `check --working-tree`: the verdict on work that is no commit yet. */
export async function runCheckWork(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { workingDirectory: directory, environment, temporaryDirectory } = terminal;
  const agents = namedAgents(options, environment);
  const place = readGivenPlace(environment, directory);
  const report = await withRepository(
    { environment, directory, temporaryDirectory, place },
    async (opened) => {
      const settings = toSettings(options, opened.workspace.topLevel, terminal);
      const kind = options.staged === true ? 'staged' : 'working-tree';
      return checkWork(opened, { kind, agents }, settings);
    },
  );
  return reportCheck(report, options, terminal);
}

/** Those of the options, else the one that this shell works as. */
function namedAgents(
  { agent }: CheckOptions,
  { AGENT_NAME: own = '' }: Terminal['environment'],
): readonly string[] {
  if (agent.length > 0) return agent;
  if (own.trim() === '')
    throw new OperationalError('usage', '--staged and --working-tree need --agent NAME, or AGENT_NAME');
  return [own.trim()];
}
