import { toColumns, wrap } from '../../reporters/layout.js';
import type { Paint } from '../../reporters/paint.js';
import type { BuiltScene } from './build-scene.js';
import type { Scene, SceneCommit } from './scene.js';
import { renderMarkdown } from './terminal-markdown.js';
import type { Annotation } from './workflow-commands.js';

const INDENT = '  ';
const DOUBLE_INDENT = '    ';

/** The commits as a reviewer lists them: name, subject, and what the trailers claim. */
export const presentCommits = (scene: Scene, built: BuiltScene, paint: Paint): string =>
  toColumns(
    scene.commits.map((commit, index) => [
      (built.commits[index] ?? '').slice(0, 7),
      commit.subject,
      presentTrailers(commit),
    ]),
    (cell, column) => (column === 0 ? paint.yellow(cell) : cell),
  )
    .map((line) => INDENT + line)
    .join('\n');

const presentTrailers = ({ agents }: SceneCommit): string =>
  agents.length === 0 ? '(a person)' : agents.map((agent) => `Agent: ${agent}`).join(', ');

/** One section of a definition, as it stands in the file. */
export function presentSection(definition: string, heading: string, paint: Paint): string {
  const lines = definition.split('\n');
  const start = lines.indexOf(`### ${heading}`);
  const end = lines.indexOf('```', start + 2);
  return lines
    .slice(start, end + 1)
    .map((line) => INDENT + paint.dim(line))
    .join('\n');
}

const MARKS: Readonly<Record<Annotation['level'], (paint: Paint) => string>> = {
  error: (paint) => paint.red('✖ error  '),
  warning: (paint) => paint.yellow('▲ warning'),
  notice: (paint) => paint.cyan('● notice '),
};

/** The annotations as GitHub shows them: the place, the title, the message; without a title, the message alone. */
export const presentAnnotations = (annotations: readonly Annotation[], paint: Paint): string =>
  annotations
    .map(({ level, path, startLine, title, message }) => {
      const place = startLine === null ? path : `${path ?? ''}:${startLine}`;
      const head = [MARKS[level](paint), place, paint.bold(title ?? message)];
      const lines = (title === null ? '' : message).split('\n').flatMap((line) => wrap(line, DOUBLE_INDENT));
      return [INDENT + head.filter((part) => part !== null).join('  '), ...lines]
        .filter((line) => line.trim() !== '')
        .join('\n');
    })
    .join('\n\n');

/** The summary as it begins, and the titles of its folds: its findings say once more what the annotations say. */
export function presentSummary(markdown: string, paint: Paint): string {
  const [top = '', ...findings] = markdown.split(/^(?=### )/m);
  const folds = findings.join('').match(/<details>.*?<\/details>/gs) ?? [];
  const left = findings.length === 0 ? [] : ['… each finding once more, with the command to copy'];
  return renderMarkdown([top, ...left, ...folds].join('\n\n'), paint);
}
