export interface Trailer {
  readonly key: string;
  readonly value: string;
}

const LINE = /^([A-Za-z0-9-]+)[ \t]*:\s*(.*)$/s;
const ARGUMENT = /^\s*([A-Za-z0-9-]+)[ \t]*(?:[:=](.*))?$/s;

/** The value of `--trailer`, which git takes with a `=` too; null where it is none. */
export function parseTrailer(argument: string): Trailer | null {
  const [, key, value = ''] = ARGUMENT.exec(argument) ?? [];
  return key === undefined ? null : { key, value: value.trim() };
}

/**
 * The trailers of a message whose last paragraph holds nothing else. Where git finds more, because it bears some prose among
 * them, what is missed here is written once more, which says nothing new.
 */
export function trailersOfMessage(message: string): readonly Trailer[] {
  const paragraphs = message.trim().split(/\n(?:[ \t]*\n)+/);
  const last = paragraphs.length < 2 ? undefined : paragraphs.at(-1);
  if (last === undefined) return [];
  const lines = last.replace(/\n[ \t]+/g, ' ').split('\n');
  const trailers = lines.flatMap((line) => {
    const [, key, value = ''] = LINE.exec(line) ?? [];
    return key === undefined ? [] : [{ key, value: value.trim() }];
  });
  return trailers.length === lines.length ? trailers : [];
}

/** By key in any spelling of its letters and by value, as git compares them. */
export const holdsTrailer = (trailers: readonly Trailer[], { key, value }: Trailer): boolean =>
  trailers.some((known) => known.key.toLowerCase() === key.toLowerCase() && known.value === value);
