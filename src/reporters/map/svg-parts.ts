import type { Ink } from './palette.js';

/** Text in XML; what XML cannot hold was made visible before. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Light, and dark where the system is. */
export const STYLE = [
  'svg{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}',
  '.title{font-size:24px;font-weight:650;fill:#1b1d22}.muted{font-size:14px;fill:#595e69}.legend{font-size:14px}',
  '.end{text-anchor:end}.ink{fill:#1b1d22}.page{fill:#ffffff}.open{fill:#eeeff2;stroke:#dddfe5}.ground{fill:#ffffff;opacity:.88}',
  '.nobody{fill:#e9e9ec;stroke:#a6a9b1;stroke-dasharray:3 2}.shared{fill:#dfe5ea}.line{stroke:#6d7280}.dots{fill:#6d7280}',
  '.contested{fill:url(#contested)}.protected{fill:url(#protected)}.quiet{fill:#d8dbe3}.paper{fill:#ffffff}',
  '@media(prefers-color-scheme:dark){.title,.ink{fill:#e9eaee}.muted{fill:#a2a8b4}.page,.paper{fill:#14161a}',
  '.open{fill:#23262d;stroke:#343943}.ground{fill:#14161a}.nobody{fill:#33363d;stroke:#747a87}.shared{fill:#2f3a42}',
  '.quiet{fill:#3d4250}.dots{fill:#a2a8b4}}',
].join('');

export const PATTERNS =
  '<pattern id="contested" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="paper" width="12" height="12"/><rect width="6" height="12" fill="#d9534a"/></pattern>' +
  '<pattern id="protected" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="quiet" width="7" height="7"/><circle class="dots" cx="3.5" cy="3.5" r="1"/></pattern>';

/** Stripes of the colours of several owners, of many the first four. */
export function several(agents: readonly number[], inks: readonly Ink[]): string {
  const stripes = agents
    .slice(0, 4)
    .map((agent, index) => `<rect x="${index * 8}" width="8" height="8" fill="${inks[agent]?.fill ?? ''}"/>`);
  const width = stripes.length * 8;
  return `<pattern id="several-${agents.join('-')}" width="${width}" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${stripes.join('')}</pattern>`;
}
