import { definitionText, type PullRequest } from './pull-request.js';
import { createRepository } from './repository.js';

/** Texts that each say all they can to one reader. A name in git holds neither NUL nor a slash at its end. */
export const POISONS: readonly (readonly [reader: string, text: string])[] = [
  [
    'the runner',
    'x\n::error file=a.py::forged\r\n  ::add-mask::a\u2028::notice::n ##[add-path]evil ##[group]g ::stop-commands::t\n##[set-output name=conclusion]success%0A::error::e',
  ],
  [
    'a file of the step',
    'x\nconclusion=success\nagents<<EOF\n[]\nEOF\nghadelimiter_00000000-0000-0000-0000-000000000000\nGITHUB_PATH=evil',
  ],
  [
    'Markdown and HTML',
    '</code></td></details><img src=x onerror=alert(1)>\n\n# h\n\n|a|b|\n\n[a](javascript:alert(1)) @someone #1 ```\n~~~',
  ],
  ['a terminal', 'x\u001b]8;;https://example.com\u0007\u001b[2J\u009b1m\u202e\u200b\r\b\u{e0041}y'],
  ['a shell', '$(touch pwned)`touch pwned`;touch pwned;\'"\\\n-rf --upload-pack=touch ~ !x {a,b} *'],
];

/** As one line of a message or of a definition. */
const flat = (text: string): string => text.replace(/[\r\n]+/g, ' ');

const quoted = (text: string): string => JSON.stringify(text);

const definition = (name: string, text: string, more = ''): string =>
  `---\nname: ${quoted(name)}\ndescription: ${quoted(text)}\ncolor: &a [${quoted(text)}]\n---\n\n## OWNS (${flat(text)})\n\n- \`src/\` — ${flat(text)}\n\n` +
  `## CANNOT TOUCH\n\n- \`secret/**\` — ${flat(text)} (without approval of ${flat(text)})\n- \`[${flat(text).replaceAll('`', '')}\`\n${more}`;

/**
 * A pull request in which every text that somebody may choose is the given one: names of agents, files and branches, patterns
 * and remarks, subjects, trailers, authors, keys and values of the config; with a finding of most kinds.
 */
export function aPoisonedPullRequest(text: string): PullRequest {
  const repository = createRepository();
  const agent = `poison ${text}`;
  const path = (folder: string): string => `${folder}/p ${text} p`;
  const waiver = { agent, path: 'waived/**', reason: flat(text), until: '2027-11-01' };
  repository.write(`.claude/agents/${flat(text).replaceAll('/', '-')}.md`, definition(agent, text));
  repository.write('.claude/agents/owner.md', definitionText('owner', { OWNS: ['secret/', 'waived/'] }));
  repository.write(
    '.claude/agents/broken.md',
    `---\nname: ${text}\nkey: [\n---\n\n## CANNOT TOUCH ${flat(text)}\n\n- ${flat(text)}\n`,
  );
  repository.write(
    '.github/agent-ownership.yml',
    JSON.stringify({
      waivers: [waiver],
      aliases: { [text]: agent },
      people: [`person ${text}`],
      protected: ['protected/'],
    }),
  );
  const base = repository.commit(text);
  repository.git('update-ref', 'refs/remotes/origin/main', base);
  repository.checkout('topic', 'main');
  const claim = (name: string): string => `Agent: ${name.replace(/[\r\n]+/g, '\n ')}\n`;
  const commit = (trailers: string, body = text): void => {
    repository.commit(`${flat(text)}\n\n${body}\n\nText.\n\n${trailers}`);
  };
  for (const folder of ['secret', 'waived', 'protected']) repository.write(path(folder), text);
  commit(claim(agent));
  repository.write(path('secret'), 'again');
  commit(`${claim(`nobody ${text}`)}${claim(agent)}${claim('owner')}`);
  repository.write(path('src'), text);
  commit(`Co-authored-by: ${flat(text).replace(/[<>]/g, '')} <noreply@anthropic.com>\n`);
  repository.write('.claude/agents/added.md', definition(`added ${text}`, text));
  repository.write(
    `.claude/agents/${flat(text).replaceAll('/', '-')}.md`,
    definition(agent, text, `- \`!secret/${flat(text).replace(/[`,]/g, '')}\`\n`),
  );
  commit('Reviewed-by: x\n');
  repository.write(path('elsewhere'), text);
  commit(claim(`added ${text}`));
  repository.write(
    '.github/agent-ownership.yml',
    `${quoted(text)}: ${quoted(text)}\nmode: ${quoted(text)}\n`,
  );
  commit('Reviewed-by: x\n');
  return { repository, base };
}
