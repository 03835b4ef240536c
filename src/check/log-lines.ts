const nameOf = (branch: string): string => branch.replace('refs/heads/', '');

/** For the log: a branch that could be asked and is not there. */
export const toAbsentLine = (branch: string): string =>
  `There is no branch ${nameOf(branch)}: it tells no agent, and no commit is trusted for it.`;

/** For the log: a branch that could not be asked. */
export const toUntoldLine = (branch: string, reason: string): string =>
  `The branch ${nameOf(branch)} could not be asked (${reason}): it tells no agent, and no commit is trusted for it.`;

/** For the log: a squashed commit in whose place nothing else is judged. */
export const toOwnMessageLine = (number: number, reason: string): string =>
  `The squashed commit of #${number} is judged by its own message (${reason}).`;

/** For the log: files whose findings stand on no line. */
export const toUnlocatedLine = (files: number, reason: string): string =>
  `The lines of ${files} ${files === 1 ? 'file' : 'files'} could not be told (${reason}): what was found there stands on the file.`;
