import type { ApprovalRefusal } from '../../src/core/report.js';

const EVERY: Readonly<Record<ApprovalRefusal, true>> = {
  'no-pull-request': true,
  'no-token': true,
  'no-answer': true,
  'not-labelled': true,
  'unknown-labeller': true,
  'by-bot': true,
  'no-write-access': true,
  'by-author': true,
  'unknown-author': true,
  'other-head': true,
  'other-base': true,
  'unproved-head': true,
};

/** Every reason why an approval label lifts nothing. */
export const REFUSALS = Object.keys(EVERY) as readonly ApprovalRefusal[];
