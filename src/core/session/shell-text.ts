import type { ToolCall } from './event.js';

/** The command of a shell call; empty where there is none. */
export const commandOf = ({ input }: ToolCall): string => {
  const command = input['command'];
  return typeof command === 'string' ? command : '';
};

/** Whether something that the call starts may go on after the client has told of its end. */
export const goesOn = (call: ToolCall): boolean =>
  call.input['run_in_background'] === true || /(?<![&>|])&(?![&>\d])/.test(commandOf(call));

/** Whether a text speaks of making commits, be it in a way that no reader understands. */
export const speaksOfCommits = (text: string): boolean => /commit|revert|merge/.test(text);
