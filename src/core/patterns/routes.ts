import { hide } from './escape.js';

const ROUTE = /^(\[{1,2})(?:\.{3})?([A-Za-z_][\w-]+)(\]{1,2})(?=\.|$)/;
const RANGES_ONLY = /^(?:[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|[\d_-])+$/;
const RANGE = /[A-Za-z\d]-[A-Za-z\d]/;

/**
 * The literal reading of a route segment of a web framework: brackets that make up the whole segment, up to its extension,
 * around a name (`[locale]`, `[...slug].tsx`, `[[lang]]`). `null` for any other segment; a list of ranges (`[a-z0-9]`) is
 * a class and no name.
 */
export function readRoute(segment: string): string | null {
  const [route, open, name = '', close] = ROUTE.exec(segment) ?? [];
  if (route === undefined || open?.length !== close?.length) return null;
  if (RANGES_ONLY.test(name) && RANGE.test(name)) return null;
  return hide(route) + segment.slice(route.length);
}
