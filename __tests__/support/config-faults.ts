import type { ConfigFault, TextFault } from '../../src/core/policy/config-fault.js';

const TEXT_FAULTS = Object.keys({
  blank: true,
  'too-long': true,
  exception: true,
  'matches-everything': true,
  'names-nothing': true,
  'only-stars': true,
  'not-a-trailer-key': true,
  'not-a-day': true,
  'not-a-branch': true,
  'no-words': true,
} satisfies Readonly<Record<TextFault, true>>) as readonly TextFault[];

/** A fault of each kind and of each of its variants, with the text wherever a config can write to. */
export const configFaultsAbout = (text: string): readonly ConfigFault[] => [
  ...(['directory', 'submodule', 'too-large', 'not-utf8', 'link-is-broken'] as const).map(
    (reason) => ({ kind: 'unreadable', reason }) as const,
  ),
  { kind: 'not-yaml', detail: text },
  { kind: 'beyond-limits', detail: 'nested too deeply' },
  { kind: 'several-documents' },
  { kind: 'unknown-key', key: text, nearest: 'severity' },
  { kind: 'unknown-key', key: text, nearest: null },
  { kind: 'refused-key', key: text, why: 'always-fails' },
  { kind: 'refused-key', key: text, why: 'of-no-agent' },
  { kind: 'duplicate-key', key: text },
  { kind: 'missing-key', key: text, missing: 'until' },
  { kind: 'wrong-type', key: '', expected: 'mapping', found: 'list' },
  { kind: 'wrong-type', key: text, expected: 'list', found: 'nothing' },
  { kind: 'wrong-type', key: text, expected: 'mapping', found: 'nothing' },
  { kind: 'wrong-type', key: text, expected: 'text', found: 'number' },
  { kind: 'wrong-type', key: text, expected: 'list', found: 'text' },
  { kind: 'wrong-type', key: text, expected: 'flag', found: 'mapping' },
  { kind: 'not-a-choice', key: text, value: text, choices: ['enforce', 'report-only'], nearest: null },
  { kind: 'empty-list', key: text },
  ...TEXT_FAULTS.map((fault) => ({ kind: 'unusable-text', key: text, value: text, fault }) as const),
  { kind: 'invalid-pattern', key: text, pattern: text, fault: 'parent-segment' },
  { kind: 'invalid-pattern', key: text, pattern: text, fault: 'placeholder' },
  { kind: 'too-far-ahead', key: text, until: '2099-01-01', latest: '2027-11-22' },
  { kind: 'alias-circle', key: 'aliases', names: [text] },
  { kind: 'alias-circle', key: 'aliases', names: [text, 'testing'] },
  { kind: 'only-exceptions', key: text },
  { kind: 'contrary-heading', key: text, heading: text },
  { kind: 'heading-of-denials', key: text, heading: text },
];
