/**
 * The parts of `@actions/core` that write to a step's log and files. The package's own entry loads its client for OIDC tokens
 * besides, and an HTTP stack of 900 kB with it, which nothing here asks for. package.json's `imports` puts this in the place of
 * `#toolkit`.
 */
export { issueCommand } from '../node_modules/@actions/core/lib/command.js';
export { issueFileCommand, prepareKeyValueMessage } from '../node_modules/@actions/core/lib/file-command.js';
export { summary } from '../node_modules/@actions/core/lib/summary.js';
export { toCommandProperties } from '../node_modules/@actions/core/lib/utils.js';
