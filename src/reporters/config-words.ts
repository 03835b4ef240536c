import type { ConfigFault, TextFault } from '../core/policy/config-fault.js';
import type { YamlKind } from '../core/yaml/yaml-tree.js';
import { FAULTS, type Fault } from './fault-words.js';
import { listOf, say, text, type Phrase } from './phrase.js';
import { UNREADABLE } from './unreadable-words.js';

/** What is wrong with the config, and what to write instead. */
export function accountOfConfig(fault: ConfigFault): readonly Phrase[] {
  switch (fault.kind) {
    case 'unreadable':
      return accountOfUnreadable(fault.reason);
    case 'not-yaml':
      return [
        say`The config is not valid YAML: ${text(fault.detail)}.`,
        say`Put a value in quotes that holds a colon or begins with a sign such as ${text('*')}; indent with blanks.`,
      ];
    case 'beyond-limits':
      return [
        say`The config is not read: ${text(fault.detail)}.`,
        say`Write it shorter, and with fewer levels.`,
      ];
    case 'several-documents':
      return [
        say`The config holds several documents.`,
        say`Keep one of them, without a line ${text('---')} behind it.`,
      ];
    case 'unknown-key':
      return [
        say`There is no setting ${text(fault.key)}.`,
        fault.nearest === null
          ? say`The settings are listed in docs/policy.md.`
          : say`Did you mean ${text(fault.nearest)}?`,
      ];
    case 'refused-key':
      return fault.why === 'always-fails'
        ? [say`${text(fault.key)} cannot be set: what it stands for always fails.`, say`Remove the line.`]
        : [
            say`${text(fault.key)} cannot be set for an agent, as it is of none.`,
            say`Set it under ${text('severity')} for all.`,
          ];
    case 'duplicate-key':
      return [say`${text(fault.key)} stands there twice.`, say`Keep one of them.`];
    case 'missing-key':
      return [say`${text(fault.key)} has no ${text(fault.missing)}.`, say`Add it.`];
    case 'wrong-type':
      return [
        say`${nameOf(fault.key)} must be ${KINDS[fault.expected]}, and it is ${KINDS[fault.found]}.`,
        fixOfType(fault),
      ];
    case 'not-a-choice':
      return [
        say`${text(fault.key)} cannot be ${text(fault.value)}.`,
        say`Write ${listOf(fault.choices.map(text), 'or')}.`,
      ];
    case 'empty-list':
      return [
        say`${text(fault.key)} lists nothing.`,
        say`Name at least one, or remove the key: then the default holds.`,
      ];
    case 'unusable-text':
      return [
        fault.fault === 'blank'
          ? say`${text(fault.key)} ${TEXT_FAULTS.blank.what}.`
          : say`${text(fault.value)} in ${text(fault.key)} ${TEXT_FAULTS[fault.fault].what}.`,
        TEXT_FAULTS[fault.fault].fix,
      ];
    case 'invalid-pattern': {
      const { what, fix } = fault.fault === 'placeholder' ? PLACEHOLDER : FAULTS[fault.fault];
      return [say`The pattern ${text(fault.pattern)} in ${text(fault.key)} ${what}.`, fix];
    }
    case 'too-far-ahead':
      return [
        say`${text(fault.until)} in ${text(fault.key)} is more than a year ahead.`,
        say`Write ${text(fault.latest)} or an earlier day, and decide again then.`,
      ];
    case 'alias-circle':
      return [
        fault.names.length === 1
          ? say`${listOf(fault.names.map(text))} in ${text(fault.key)} stands for itself.`
          : say`${listOf(fault.names.map(text))} in ${text(fault.key)} stand for each other.`,
        say`Name the agent that a definition has.`,
      ];
    case 'only-exceptions':
      return [
        say`${text(fault.key)} has exceptions only, so that no file is a definition.`,
        say`Add the patterns that they take something out of.`,
      ];
    case 'contrary-heading':
      return [
        say`${text(fault.heading)} in ${text(fault.key)} names another section as well.`,
        say`Keep it in one of them.`,
      ];
    case 'heading-of-denials':
      return [
        say`${text(fault.heading)} in ${text(fault.key)} names CANNOT TOUCH already.`,
        say`Remove it here, and give the section in the definition another heading.`,
      ];
  }
}

function accountOfUnreadable(
  reason: Extract<ConfigFault, { readonly kind: 'unreadable' }>['reason'],
): readonly Phrase[] {
  switch (reason) {
    case 'directory':
    case 'submodule':
      return [say`There is no file in the place of the config.`, say`Put the config there, as a file.`];
    case 'too-large':
      return [say`The file is larger than 256 kB.`, say`Remove the waivers that are over.`];
    case 'link-is-broken':
      return [say`${UNREADABLE[reason].what}.`, say`Put the config itself in its place.`];
    case 'not-utf8':
    case 'utf-16':
    case 'nul-byte':
    case 'link-leads-outside':
    case 'link-loops':
    case 'read-failed':
    case 'nested-too-deeply':
      return [say`${UNREADABLE[reason].what}.`, UNREADABLE[reason].fix];
  }
}

const nameOf = (key: string): Phrase => (key === '' ? say`The config` : [text(key)]);

const KINDS: Readonly<Record<YamlKind, Phrase>> = {
  nothing: say`empty`,
  text: say`a text`,
  number: say`a number`,
  flag: say`${text('true')} or ${text('false')}`,
  list: say`a list`,
  mapping: say`a mapping of keys to values`,
};

function fixOfType({ expected, found }: Extract<ConfigFault, { readonly kind: 'wrong-type' }>): Phrase {
  if (found === 'nothing' && expected === 'list')
    return say`Write ${text('[]')} for none, or remove the key: then the default holds.`;
  if (found === 'nothing') return say`Give it a value, or remove the key: then the default holds.`;
  if (expected === 'text' && (found === 'number' || found === 'flag')) return say`Put it in quotes.`;
  if (expected === 'list' && found === 'text') return say`Put it in brackets: ${text('[ … ]')}.`;
  return say`See the examples in docs/policy.md.`;
}

const PLACEHOLDER: Fault = {
  what: say`still holds the placeholder of a template`,
  fix: say`Write the path that it stands for.`,
};

const TEXT_FAULTS: Readonly<Record<TextFault, Fault>> = {
  blank: { what: say`is blank`, fix: say`Write something, or remove it.` },
  'too-long': { what: say`is longer than any heading`, fix: say`Write the words of the heading.` },
  exception: {
    what: say`is an exception, and there are none here`,
    fix: say`Name the paths that are meant, without ${text('!')}.`,
  },
  'matches-everything': {
    what: say`matches everything`,
    fix: say`Name the paths that are meant; to only look at what would fail, set ${text('mode: report-only')}.`,
  },
  'names-nothing': {
    what: say`is wildcards only and matches almost everything`,
    fix: say`Name a directory, a file or an ending.`,
  },
  'only-stars': { what: say`would be everybody`, fix: say`Write a name or an e-mail address.` },
  'not-a-trailer-key': {
    what: say`is no key of a trailer`,
    fix: say`Use letters, digits and ${text('-')}, as git does.`,
  },
  'not-a-day': { what: say`is no day of the calendar`, fix: say`Write it as ${text('2027-01-31')}.` },
  'not-a-branch': {
    what: say`is no name of a branch`,
    fix: say`Write one name without ${text('refs/heads/')}; patterns are not possible here.`,
  },
  'no-words': { what: say`has no words`, fix: say`Write the words of the heading.` },
};
