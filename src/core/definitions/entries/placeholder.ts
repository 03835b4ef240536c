const YOUR_THING =
  'your[-_ ](?:project|app|repo|module|feature|package|service|component|file|path|dir|directory|folder|name|org|company)(?:[-_](?:name|path|dir))?';
const PLACEHOLDERS: readonly RegExp[] = [
  /^<[A-Za-z][\w. -]*>(?:\/|$)|\/<[A-Za-z][\w. -]*>/,
  /^\/?path\/to\//i,
  new RegExp(`(?:^|/)(?:${YOUR_THING}|[[<{]${YOUR_THING}[\\]>}])(?:/|$)`, 'i'),
  /^\$[A-Z][A-Z0-9_]*\/|\/\$[A-Z][A-Z0-9_]+(?:\/|$)/,
  /(?:^|\/)%[sd](?:\/|\.|$)/,
];

/**
 * Whether a pattern holds a word that stands for a path that somebody was to put in: `path/to/x`, `your-app/`, `<module>/`,
 * `$MODULE/`, `src/%s/`. What stands in braces, the dialect knows; `[locale]` and `$id.tsx` are routes.
 */
export const isPlaceholder = (pattern: string): boolean => PLACEHOLDERS.some((form) => form.test(pattern));
