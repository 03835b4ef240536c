// node scripts/check-release.mjs TAG: fails where the tag is not the version that the files of this release name.
import { readFileSync } from 'node:fs';

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

const [tag = ''] = process.argv.slice(2);
const version = tag.replace(/^v/, '');

const faults = ['package.json', 'package-lock.json', 'plugin/.claude-plugin/plugin.json']
  .map((file) => [file, JSON.parse(read(file)).version])
  .filter(([, named]) => named !== version)
  .map(([file, named]) => `${file} names ${named}, the tag ${version}.`);
if (
  !read('CHANGELOG.md')
    .split('\n')
    .some((line) => line.startsWith(`## ${version}`))
)
  faults.push(`CHANGELOG.md has no section ${version}.`);

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
