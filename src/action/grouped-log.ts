import { safeForLog } from '../reporters/log.js';
import type { Toolkit } from './toolkit.js';

export interface GroupedLog {
  readonly line: (text: string) => void;
  end(): void;
}

/** Lines in a group of the log that opens with the first of them; whatever they hold, the runner takes none for a command. */
export function createGroupedLog(name: string, toolkit: Toolkit): GroupedLog {
  let isOpen = false;
  return {
    line(text) {
      if (!isOpen) toolkit.startGroup(name);
      isOpen = true;
      for (const line of text.split('\n')) toolkit.info(safeForLog(line));
    },
    end() {
      if (isOpen) toolkit.endGroup();
      isOpen = false;
    },
  };
}
