import type { ToolCall } from './event.js';
import { COPIED, COPYING, PATHS, READING, TEXTS, WRITING, wordsOf } from './mcp-words.js';

/** A text of a call that is a path, or may be one. */
export interface WrittenPath {
  readonly text: string;
  /** False where nothing but the text itself says that it is a path: whether it is one, the disk tells. */
  readonly isCertain: boolean;
}

/** The tools of Claude Code that write a file, and the argument that names it. */
const FILE_ARGUMENTS: Readonly<Record<string, string>> = {
  Write: 'file_path',
  Edit: 'file_path',
  MultiEdit: 'file_path',
  NotebookEdit: 'notebook_path',
};

const MCP = 'mcp__';
/** No path that the system takes is longer (PATH_MAX of Linux). */
const LONGEST = 4096;
/** More of a call is not looked at. */
const MOST_TEXTS = 10_000;
const DEEPEST = 20;

/** Whether this tool's calls are guarded: it writes files, or is foreign and does not say that it only reads. */
export const isWriter = (tool: string): boolean =>
  Object.hasOwn(FILE_ARGUMENTS, tool) || (tool.startsWith(MCP) && !onlyReads(tool));

/** The paths that a call of a writing tool names; none for any other tool. */
export function writtenPaths({ tool, input }: ToolCall): readonly WrittenPath[] {
  if (!isWriter(tool)) return [];
  const key = Object.hasOwn(FILE_ARGUMENTS, tool) ? FILE_ARGUMENTS[tool] : undefined;
  if (key === undefined) return pathsOfMcp(tool, input);
  const value = input[key];
  return typeof value === 'string' && isPath(value) ? [{ text: value, isCertain: true }] : [];
}

const onlyReads = (tool: string): boolean => {
  const words = wordsOf(toolOfServer(tool));
  return words.some((word) => READING.has(word)) && !words.some((word) => WRITING.has(word));
};

/** `write_file` of `mcp__files__write_file`. */
const toolOfServer = (tool: string): string => tool.slice(tool.lastIndexOf('__') + 2);

function pathsOfMcp(tool: string, input: unknown): readonly WrittenPath[] {
  const isCopy = wordsOf(toolOfServer(tool)).some((word) => COPYING.has(word));
  const found: WrittenPath[] = [];
  let seen = 0;
  const visit = (value: unknown, words: readonly string[], depth: number): void => {
    if (seen >= MOST_TEXTS || depth > DEEPEST) return;
    if (typeof value === 'string') {
      seen += 1;
      const isCertain = words.some((word) => PATHS.has(word));
      if (isCopy && words.some((word) => COPIED.has(word))) return;
      if (isCertain ? !isPath(value) : !mayBePath(value) || words.some((word) => TEXTS.has(word))) return;
      found.push({ text: value, isCertain });
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item, words, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        // Files by their paths, such as the `changes` of a WorkspaceEdit.
        if (/[\\/]/.test(key)) visit(key, words, depth + 1);
        visit(item, wordsOf(key), depth + 1);
      }
    }
  };
  visit(input, [], 0);
  return found;
}

/** Of any length and with any letter: the client tidies a path up before it goes to the system. */
const isPath = (text: string): boolean => text.trim() !== '' && !text.includes('\0');

const mayBePath = (text: string): boolean => isPath(text) && text.length <= LONGEST && !/[\r\n]/.test(text);
