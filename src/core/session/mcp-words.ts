/**
 * What the names of MCP tools and of their arguments say. The protocol tells a client whether a tool only reads
 * (`readOnlyHint`), but a hook is not told; so the words of the name have to do, in any spelling (`readFile`, `read_file`).
 */

/** A tool whose name holds one of these, and none of `WRITING`, only reads. */
export const READING: ReadonlySet<string> = new Set([
  ...['read', 'get', 'list', 'ls', 'search', 'find', 'stat', 'glob', 'grep', 'view', 'info', 'show', 'fetch'],
  ...['query', 'lookup', 'describe', 'tree', 'exists', 'count', 'diff', 'log', 'status', 'blame', 'history'],
  ...['open', 'inspect', 'browse', 'preview', 'watch', 'scan', 'cat', 'head', 'tail', 'explain', 'analyze'],
  ...['analyse', 'check', 'validate', 'lint', 'hover', 'definition', 'definitions', 'references', 'symbols'],
  ...['overview', 'diagnostics', 'outline', 'summarize', 'summary', 'compare', 'hash', 'load'],
]);

/** A tool whose name holds one of these writes, whatever else it says. */
export const WRITING: ReadonlySet<string> = new Set([
  ...[
    'write',
    'edit',
    'create',
    'update',
    'replace',
    'insert',
    'delete',
    'remove',
    'rm',
    'move',
    'mv',
    'rename',
  ],
  ...['copy', 'cp', 'append', 'prepend', 'patch', 'apply', 'set', 'put', 'save', 'add', 'modify', 'change'],
  ...[
    'overwrite',
    'truncate',
    'mkdir',
    'touch',
    'generate',
    'format',
    'fix',
    'refactor',
    'restore',
    'revert',
  ],
  ...['checkout', 'reset', 'extract', 'unzip', 'commit', 'download'],
]);

/** The arguments of a tool with one of these words in its name that are read only: what is copied stays as it is. */
export const COPYING: ReadonlySet<string> = new Set(['copy', 'cp']);
export const COPIED: ReadonlySet<string> = new Set(['source', 'src', 'from', 'origin']);

/** An argument whose name holds one of these is a path, whatever it looks like. */
export const PATHS: ReadonlySet<string> = new Set([
  ...[
    'path',
    'paths',
    'file',
    'files',
    'filename',
    'filenames',
    'filepath',
    'filepaths',
    'uri',
    'uris',
    'url',
  ],
  ...['destination', 'dest', 'dst', 'target', 'source', 'src', 'from', 'to', 'output', 'directory', 'dir'],
  ...['folder', 'notebook', 'document'],
]);

/** An argument whose name holds one of these is a text: a path that it happens to be is only mentioned. */
export const TEXTS: ReadonlySet<string> = new Set([
  ...['content', 'contents', 'text', 'body', 'message', 'title', 'description', 'summary', 'comment', 'note'],
  ...[
    'query',
    'prompt',
    'pattern',
    'regex',
    'old',
    'new',
    'code',
    'command',
    'needle',
    'repl',
    'replacement',
  ],
  ...['label', 'labels', 'tag', 'tags', 'name', 'reason', 'snippet'],
]);

/** The words of a name: `readFile`, `read-file` and `read_file` have the same. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '');
