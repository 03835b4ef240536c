export { issueCommand } from '../node_modules/@actions/core/lib/command.js';
export { issueFileCommand, prepareKeyValueMessage } from '../node_modules/@actions/core/lib/file-command.js';
export { summary } from '../node_modules/@actions/core/lib/summary.js';
export { toCommandProperties } from '../node_modules/@actions/core/lib/utils.js';
