import { checkPushedRef } from '../../check/check-push.js';
import { withRepository, type OpenRepository } from '../../check/open-repository.js';
import { dayOf } from '../../check/day.js';
import { usualSettings } from '../../check/settings.js';
import type { Report } from '../../core/report.js';
import { stands } from '../../core/violation.js';
import { OperationalError, toOperationalError } from '../../operational-error.js';
import { toPushHeldBack, toPushNotJudged, toPushSkipped } from '../../reporters/git-hook-words.js';
import { readGivenPlace } from '../../sources/git/given-place.js';
import { parsePushLines, type PushedRef } from '../../sources/git/push-lines.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { GitHookOptions } from '../options.js';
import { paintFor, type Terminal } from '../terminal.js';
import { toCheckText } from './check.js';

/** `git-hook pre-push <remote> <url>`: judges each branch that is pushed as `check` does. */
export async function runCheckPush(
  [remote = 'origin']: readonly string[],
  options: GitHookOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { workingDirectory: directory, environment, temporaryDirectory } = terminal;
  const verbose = options.verbose === true;
  const refs = parsePushLines(await terminal.readInput());
  if (refs === null)
    throw new OperationalError('usage', 'pre-push: standard input is not what git tells a hook');
  if (refs.length === 0) return EXIT.clean;
  const place = readGivenPlace(environment, directory);
  return withRepository({ environment, directory, temporaryDirectory, place }, async (opened) => {
    const codes: ExitCode[] = [];
    for (const ref of refs) codes.push(await runOnRef(opened, ref, remote, verbose, terminal));
    return codes.find((code) => code !== EXIT.clean) ?? EXIT.clean;
  });
}

async function runOnRef(
  opened: OpenRepository,
  ref: PushedRef,
  remote: string,
  verbose: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const verdict = await checkPushedRef(opened, ref, remote, usualSettings(dayOf(terminal.now())));
    if (verdict.kind === 'skipped') {
      if (verbose) terminal.writeError(toPushSkipped(verdict.ref, verdict.why));
      return EXIT.clean;
    }
    const { report } = verdict;
    if (verbose || hasSomethingToSay(report))
      terminal.writeError(await toCheckText(report, paintFor(terminal)));
    if (report.conclusion === 'success') return EXIT.clean;
    terminal.writeError(toPushHeldBack(verdict.ref));
    return EXIT.findings;
  } catch (error) {
    terminal.writeError(toPushNotJudged(ref.remoteRef, toOperationalError(error)));
    return EXIT.couldNotCheck;
  }
}

/** A hook that speaks at every push is soon not heard. */
const hasSomethingToSay = ({ conclusion, violations }: Report): boolean =>
  conclusion === 'failure' ||
  violations.some(
    (violation) =>
      violation.severity !== 'notice' && violation.code !== 'no-definitions' && stands(violation),
  );
