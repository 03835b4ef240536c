import type { SectionKind } from '../vocabulary.js';

/**
 * Headings that name a section, as public definitions write them. `{a,b}` stands for each of its words, `{,a}` for none or
 * one. Written in lower case, without marks; `-` and `_` count as blanks, and several verbs (`touch/edit or
 * modify`) as one.
 */
export const HEADING_ALIASES: Readonly<Record<SectionKind, readonly string[]>> = {
  owns: [
    'own{,s}',
    '{,files ,paths ,folders ,directories ,code ,what }you own',
    'your {files,paths,folders,directories}',
    'owned {files,paths,folders,directories}',
    '{,you ,files you ,paths you }{can,may} {touch,write,edit,modify,change}{, to}',
    '{,full ,exclusive }write access{, to}',
    'allowed {folders,paths,files,directories} ({write,edit,modify})',
  ],
  reads: [
    'reads',
    '{,you ,files you ,paths you }{can,may} read',
    'read only{, access, files, paths, folders}',
    'readonly',
    'reference only',
    'allowed {folders,paths,files,directories} (read{, only})',
  ],
  'cannot-touch': [
    '{,you ,files you ,paths you }{cannot,can not,cant,must not,mustnt,must never,may not,do not,dont,never,should not,shouldnt,shall not} {touch,access,write,edit,modify,change}{, to}{, files, paths, folders, directories, these, these files, the following, the following files}',
    'forbidden{, folders, paths, files, directories}',
    'off limits{, folders, paths, files, directories}',
    'not your files',
    '{what,files,paths,folders,code} you {do not,dont} own',
    'you {do not,dont} own',
    'out of bounds',
  ],
};

/** Headings that name a section only where a list or a fence stands directly below. */
export const LIST_HEADINGS: ReadonlySet<string> = new Set(['file ownership', 'code ownership']);

/** Headings that name a section through their qualifier: `Ownership (files you may modify)`. */
export const QUALIFIED_HEADINGS: ReadonlySet<string> = new Set([
  'ownership',
  'file ownership',
  'code ownership',
  'files',
  'paths',
  'folders',
  'directories',
  'scope',
  'file scope',
]);

/** Of several verbs in a heading (`NOT touch/edit/modify`), the first of these stands for all. */
export const ALIAS_VERBS: readonly string[] = ['touch', 'access', 'write', 'edit', 'modify', 'change'];

export const FURTHER_VERBS: readonly string[] = [
  'create',
  'delete',
  'rename',
  'move',
  'remove',
  'commit',
  'update',
];
