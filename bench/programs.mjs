import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The built programs, as a user starts them. */
export const CLI = path.join(ROOT, 'dist/cli/index.js');
export const ACTION = path.join(ROOT, 'dist/action/index.js');
export const HOOK = path.join(ROOT, 'plugin/hook/index.js');
