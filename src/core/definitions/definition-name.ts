import { normaliseName } from '../attribution/names.js';
import type { RepoPath } from '../vocabulary.js';
import { nameOfFile } from './definition-place.js';
import { parseFrontMatter, type FrontMatter } from './front-matter.js';

/** The name as the front matter writes it, on one line; `null` for none, and for what is no text. */
export function nameIn({ keys }: FrontMatter): string | null {
  const value = keys.find((key) => key.name === 'name')?.value;
  const name = typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
  return name === '' ? null : name;
}

/** Whether a text would be a definition of one of the names, in any spelling. */
export const hasName = (text: string, file: RepoPath, names: readonly string[]): boolean =>
  names.map(normaliseName).includes(normaliseName(nameIn(parseFrontMatter(text)) ?? nameOfFile(file)));
