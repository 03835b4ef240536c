import { CODE_INFO } from '../../src/reporters/code-info.js';

/** Every code of a finding or a problem: each has a title. */
export const TITLED_CODES: readonly string[] = Object.keys(CODE_INFO);
