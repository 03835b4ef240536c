import type { SectionKind } from '../vocabulary.js';

/**
 * Headings that name a section, as public definitions write them. `{a,b}` stands for each of its words, `{,a}` for none or
 * one. Written in lower case, without marks; `-` and `_` count as blanks, and several verbs (`touch/edit or
 * modify`) as one.
 */
export const HEADING_ALIASES: Readonly<Record<SectionKind, readonly string[]>> = {
  owns: [
    'own{,s}',
    '{,files ,paths ,folders ,directories ,code ,what ,files that ,paths that }you own{,s}',
    '{your,my} {files,paths,folders,directories}',
    'owned {files,paths,folders,directories}{, by you}',
    '{files,paths,folders,directories} owned by you',
    '{,you ,files you ,paths you ,folders you ,directories you ,what you }{can,may,are allowed to,can only,may only} {touch,write,edit,modify,change}{, to}',
    '{,only }{allowed,permitted} to {touch,write,edit,modify,change}{, to}',
    '{writable,editable} {files,paths,folders,directories}',
    '{,full ,exclusive }write access{, to}',
    '{read write,reads writes}{, access}',
    'allowed {folders,paths,files,directories} ({write,edit,modify})',
  ],
  reads: [
    'reads',
    'you read{,s}',
    '{,you ,files you ,paths you ,what you }{can,may,can only,may only} read',
    'read only{, access, files, paths, folders, directories}',
    'readonly{, files, paths, folders, directories}',
    'reference only',
    'allowed {folders,paths,files,directories} (read{, only})',
  ],
  'cannot-touch': [
    '{,you ,files you ,paths you ,folders you ,directories you ,code you ,what you ,files that you ,paths that you }{cannot,can not,cant,must not,mustnt,must never,may not,may never,can never,do not,dont,never,should not,shouldnt,should never,shall not,shall never,are not allowed to,are forbidden to} {touch,access,write,edit,modify,change}{, to}{, files, paths, folders, directories}',
    '{,you }{does not,doesnt} {touch,access,write,edit,modify,change}{, to}',
    'not allowed to {touch,access,write,edit,modify,change}',
    '{files,paths,folders,directories} not to {touch,access,write,edit,modify,change}',
    'forbidden{, folders, paths, files, directories, areas, zones, locations}',
    'prohibited{, folders, paths, files, directories, areas, zones, locations}',
    '{,files ,paths ,folders ,directories ,areas }{,that are }off limits{, folders, paths, files, directories, areas}{, to you, for you}',
    '{no go,hands off}{, folders, paths, files, directories, areas, zones, list}',
    'no {touch,edit,write}{, zone, zones, list, files, paths, folders, directories, areas}',
    'no {,write }access{, to}',
    'not {your files,yours,owned,owned by you}',
    '{leave alone,untouchable,cannottouch}{, files, paths, folders, directories}',
    '{what,files,paths,folders,directories,code} you {do not,dont} own',
    '{,you }{do not,dont,does not,doesnt} own',
    'out of bounds{, folders, paths, files, directories}',
  ],
};

/**
 * Headings that may name a section, or mean something else: to delete is not to edit, and what is restricted may be open to
 * those who ask. What stands below them is reported where it holds paths.
 */
export const DOUBTFUL_ALIASES: Readonly<Record<SectionKind, readonly string[]>> = {
  owns: ['{allowed,permitted} {folders,paths,files,directories}'],
  reads: [],
  'cannot-touch': [
    '{,you }{cannot,can not,cant,must not,must never,may not,do not,dont,never,should not} {create,delete,remove,rename,move,commit,update,read}{, files, paths, folders, directories}',
    '{restricted,protected,blocked,denied,disallowed,excluded,locked,frozen} {folders,paths,files,directories,areas,zones,locations}',
    '{keep,stay} out{, of}',
    'immutable {files,paths,folders,directories}',
    '{not allowed,not permitted,denied,blacklist,blocklist,denylist,deny list}',
    '{files,paths,folders,directories} to avoid',
    'excluded from your scope',
    '{other agents,others} {files,paths,folders,directories}',
    '{,files ,paths ,folders ,directories }owned by {others,other agents}',
  ],
};

/** Headings that name a section only where a list or a fence stands directly below. */
export const LIST_HEADINGS: ReadonlySet<string> = new Set(['file ownership', 'code ownership']);

/** Headings that name a section through what follows: `Ownership (files you may modify)`, `Hard limits: CANNOT TOUCH`. */
export const QUALIFIED_HEADINGS: ReadonlySet<string> = new Set([
  'ownership',
  'file ownership',
  'code ownership',
  'files',
  'paths',
  'folders',
  'directories',
  'scope',
  'in scope',
  'out of scope',
  'file scope',
  'access',
  'file access',
  'permissions',
  'file permissions',
  'boundaries',
  'file boundaries',
  'hard boundaries',
  'limits',
  'hard limits',
  'restrictions',
  'constraints',
  'rules',
  'hard rules',
  'file rules',
  'critical',
  'warning',
  'note',
  'reminder',
  'danger zone',
  'generated code',
  'generated files',
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
