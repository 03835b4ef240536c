import { createHistory, git } from './repository.mjs';

const FOLDERS = ['src', 'src/api', 'src/ui/components', 'tests', 'docs', 'migrations'];

/**
 * A repository whose `main` has some files and agents, each of which OWNS its areas and CANNOT TOUCH those of the next one,
 * and whose `topic` has some commits of these agents, most of them in their own areas: of `offenceEvery` commits one goes
 * astray. `baseCommits` come before.
 */
export async function createBranchScene(
  directory,
  { files, agents = 10, commits, pathsPerCommit, offenceEvery = Infinity, baseCommits = 1 },
) {
  await createHistory(directory, [
    ...base(files, agents, baseCommits),
    ...topic({ files, agents, commits, pathsPerCommit, offenceEvery }),
  ]);
  await git(directory, ['repack', '-a', '-d', '-q']);
}

function* base(files, agents, commits) {
  yield {
    message: 'Begin',
    files: [
      ...Array.from({ length: agents }, (_, agent) => [
        `.claude/agents/agent-${agent}.md`,
        definition(agent, agents),
      ]),
      ...Array.from({ length: files }, (_, file) => [pathOf(file, agents), `${file}\n`]),
    ],
  };
  for (let commit = 1; commit < commits; commit += 1) {
    yield { message: `Step ${commit}`, files: [[pathOf(commit % files, agents), `Step ${commit}\n`]] };
  }
}

function* topic({ files, agents, commits, pathsPerCommit, offenceEvery }) {
  const perAgent = Math.floor(files / agents);
  for (let commit = 0; commit < commits; commit += 1) {
    const agent = commit % agents;
    const area = commit % offenceEvery === offenceEvery - 1 ? (agent + 1) % agents : agent;
    const paths = Array.from({ length: pathsPerCommit }, (_, step) => {
      const file = ((Math.floor(commit / agents) * pathsPerCommit + step) % perAgent) * agents + area;
      return [pathOf(file, agents), `Commit ${commit}\n`];
    });
    yield {
      branch: 'topic',
      ...(commit === 0 ? { from: 'main' } : {}),
      message: `Work on area ${agent}\n\nWhat was done, and why.\n\nAgent: agent-${agent}\n`,
      files: paths,
    };
  }
}

const pathOf = (file, agents) =>
  `apps/area${file % agents}/${FOLDERS[(file >> 3) % FOLDERS.length]}/file${file}.ts`;

function definition(agent, agents) {
  const next = (agent + 1) % agents;
  const section = (heading, patterns) => `### ${heading}\n\`\`\`\n${patterns.join('\n')}\n\`\`\`\n`;
  return [
    `---\nname: agent-${agent}\ndescription: Works on area ${agent}\n---\n\n## File Ownership\n`,
    section('OWNS', [
      `apps/area${agent}/src/**/*.ts`,
      `apps/area${agent}/**`,
      `docs/area${agent}.md`,
      `*.area${agent}.json`,
    ]),
    section('READS', ['**/*.md', 'docs/**', '.claude/CONTRACT.md', `apps/area${next}/**`]),
    section('CANNOT TOUCH', [
      `apps/area${next}/**`,
      '.github/**',
      'infra/**',
      '*.lock',
      '**/secrets/**',
      'vendor/**',
    ]),
    '## How you work\n',
    '- Write the test first, keep `functions` small, and ask when in doubt.\n'.repeat(20),
  ].join('\n');
}
