import { fileURLToPath } from 'node:url';
import { askHook } from '../sources/setup/doctor/ask-hook.js';
import type { AskHook } from './examine.js';
import type { Terminal } from './terminal.js';

/** Asks the hook of the plugin that lies beside this program. */
export const askPlugin = ({ programUrl, environment }: Terminal): AskHook => {
  const script = fileURLToPath(new URL('../../plugin/hooks/run.sh', programUrl));
  return (payload) => askHook(script, payload, environment);
};
