import { commitAs, definitionText, type PullRequest } from '../support/pull-request.js';
import { AGENT, by, CONFIG, DEFINITION, MODELS, type Evasion, type Evasions } from './evasion.js';

const settings = (text: string) => ({ [CONFIG]: text });

/** Somebody without a trailer loosens the rules in the same pull request, and the agent goes where it could not. */
const loosening = (change: (pullRequest: PullRequest) => void): Evasion => ({
  attack: (scene) => {
    change(scene);
    scene.repository.commit('Tidy the rules');
    commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
  },
});

const rewriting = (rewrite: (text: string) => string | Buffer): Evasion =>
  loosening(({ repository }) => {
    repository.write(DEFINITION, rewrite(`${repository.git('show', `main:${DEFINITION}`)}\n`));
  });

const adding = (path: string, text: string): Evasion =>
  loosening(({ repository }) => {
    repository.write(path, text);
  });

/** The agent itself changes what steers it. */
const steering = (path: string, text = 'x\n', files: Evasion['files'] = {}): Evasion => ({
  files,
  attack: (scene) => {
    commitAs(scene, [AGENT], { [path]: text });
  },
});

const WAIVER = `waivers:\n  - { agent: ${AGENT}, path: ${MODELS}, reason: Agreed, until: `;
const FREE = `---\nname: ${AGENT}\ndescription: d\n---\n\n## OWNS\n\n- \`${MODELS}\`\n`;

/** Definitions, config and what else decides, changed by the pull request that they are to judge. */
export const POLICY_EVASIONS: Evasions = {
  'definition-deleted': loosening(({ repository }) => repository.remove(DEFINITION)),
  'definition-moved': loosening(({ repository }) => {
    repository.git('mv', DEFINITION, 'backend-django.md');
  }),
  'definition-moved-below-a-folder': loosening(({ repository }) => {
    repository.write('config/.claude/agents/x.md').remove('config/.claude/agents/x.md');
    repository.write('config/.claude/agents/backend-django.md', repository.git('show', `main:${DEFINITION}`));
    repository.remove(DEFINITION);
  }),
  'agent-renamed': rewriting((text) => text.replace('name: backend-django', 'name: backend')),
  'definition-doubled': adding('.claude/agents/backend-too.md', FREE),
  'definition-with-nul': rewriting((text) => `${text}\0`),
  'definition-as-utf-16': rewriting((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  'front-matter-unclosed': rewriting((text) => text.replace(/\n---\n/, '\n')),
  'front-matter-of-code': rewriting((text) => text.replace('---\n', '---js\n')),
  'heading-renamed': rewriting((text) => text.replace('CANNOT TOUCH', 'Handled with care')),
  'pattern-commented-out': rewriting((text) =>
    text.replace('apps/**/models.py   #', '# apps/**/models.py #'),
  ),
  'pattern-excepted': rewriting((text) => text.replace('tests/**/*\n', 'tests/**/*\n!apps/blog/models.py\n')),
  'pattern-in-a-comment': rewriting((text) =>
    text.replace('### CANNOT TOUCH', '<!--\n### CANNOT TOUCH').concat('\n-->\n'),
  ),
  'pattern-with-a-placeholder': rewriting((text) =>
    text.replace('apps/**/models.py   #', '{{APPS}}/models.py   #'),
  ),
  'owns-made-narrower': rewriting((text) =>
    text.replace('apps/**/views.py   #', `apps/**/views.py\n${MODELS}   #`),
  ),
  'definition-as-a-link': loosening(({ repository }) => {
    repository.write('loose.md', FREE).remove(DEFINITION).symlink(DEFINITION, '../../loose.md');
  }),
  'agents-folder-as-a-link': loosening(({ repository }) => {
    repository.write('loose/backend-django.md', FREE).remove('.claude/agents');
    repository.symlink('.claude/agents', '../loose');
  }),
  'agents-folder-as-a-submodule': loosening(({ repository }) => {
    repository.remove('.claude/agents');
    repository.git('rm', '-rq', '--cached', '.claude/agents');
    repository.submodule('.claude/agents');
  }),
  'config-with-other-definitions': adding(CONFIG, 'definitions: [.agents/*.md]\n'),
  'config-with-the-code-off': adding(CONFIG, 'severity: { forbidden-path: off }\n'),
  'config-report-only': adding(CONFIG, 'mode: report-only\n'),
  'config-with-a-waiver': adding(CONFIG, `${WAIVER}2027-01-31 }\n`),
  'config-with-an-alias': {
    attack: (scene) => {
      scene.repository.write(CONFIG, 'aliases: { helper: database }\n').commit('Name the helper');
      commitAs(scene, ['helper'], { [MODELS]: 'changed\n' });
    },
  },
  'config-with-people': {
    attack: (scene) => {
      scene.repository.write(CONFIG, 'people: [somebody]\n').commit('Name somebody');
      commitAs(scene, ['somebody'], { [MODELS]: 'changed\n' });
    },
  },
  'config-with-a-trusted-branch': loosening(({ repository }) => {
    repository.write(CONFIG, 'trusted-branches: [topic]\n');
    repository.git('update-ref', 'refs/remotes/origin/topic', 'HEAD');
  }),
  'config-with-shared-paths': adding(CONFIG, 'shared: [apps/]\n'),
  'config-that-cannot-be-read': adding(CONFIG, 'mode: [\n'),
  'waiver-expired': {
    files: settings(`${WAIVER}2026-01-31 }\n`),
    attack: (scene) => {
      commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
    },
  },
  'waiver-of-another': {
    files: settings(
      `waivers:\n  - { agent: database, path: ${MODELS}, reason: Agreed, until: 2027-01-31 }\n`,
    ),
    attack: (scene) => {
      commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
    },
  },
  'edits-its-definition': steering(DEFINITION, FREE),
  'edits-another-definition': steering('.claude/agents/database.md', FREE),
  'adds-a-definition': steering('config/.claude/agents/helper.md', FREE.replace(AGENT, 'helper')),
  'edits-the-config': steering(CONFIG, 'mode: report-only\n'),
  'edits-settings': steering('.claude/settings.local.json', '{}\n'),
  'edits-the-workflow': steering('.github/workflows/check.yml', 'on: push\n'),
  'edits-codeowners': steering('.github/CODEOWNERS', '\n'),
  'owns-everything': steering(DEFINITION, FREE, {
    [DEFINITION]: definitionText(AGENT, { OWNS: ['**'], 'CANNOT TOUCH': ['tests/**'] }),
  }),
  'edits-the-target-of-a-link': {
    files: {
      [DEFINITION]: null,
      'agents/backend.md': definitionText(AGENT, { 'CANNOT TOUCH': ['tests/**'] }),
    },
    attack: (scene) => {
      const { repository } = scene;
      // The link stands at the base as well: there the agent's definition is read through it.
      repository.checkout('main').symlink(DEFINITION, '../../agents/backend.md').commit('Link');
      repository.git('update-ref', 'refs/remotes/origin/main', 'main');
      repository.git('checkout', '-q', '-B', 'topic', 'main');
      commitAs(scene, [AGENT], { 'agents/backend.md': FREE });
    },
  },
  'puts-a-link-for-claude': {
    attack: (scene) => {
      const { repository } = scene;
      repository.write('loose/agents/backend-django.md', FREE).remove('.claude').symlink('.claude', 'loose');
      repository.commit(by(AGENT));
    },
  },
  'twin-of-claude': steering('.Claude/Agents/backend-django.md', FREE),
  'definitions-behind-a-link': {
    files: {
      [DEFINITION]: null,
      '.claude/agents/database.md': null,
      'agents/backend.md': definitionText(AGENT, { 'CANNOT TOUCH': [MODELS] }),
    },
    attack: (scene) => {
      const { repository } = scene;
      repository.checkout('main').symlink('.claude/agents', '../agents').commit('Link');
      repository.git('update-ref', 'refs/remotes/origin/main', 'main');
      repository.git('checkout', '-q', '-B', 'topic', 'main');
      commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
    },
  },
  'definitions-in-a-submodule': {
    files: { [DEFINITION]: null, '.claude/agents/database.md': null },
    attack: (scene) => {
      const { repository } = scene;
      repository.checkout('main').submodule('.claude').commit('Submodule');
      repository.git('update-ref', 'refs/remotes/origin/main', 'main');
      repository.git('checkout', '-q', '-B', 'topic', 'main');
      commitAs(scene, [], { [MODELS]: 'changed\n' });
    },
  },
  'definition-with-dos-line-ends': {
    files: {
      [DEFINITION]: `\ufeff${definitionText(AGENT, { 'CANNOT TOUCH': [MODELS] }).replaceAll('\n', '\r\n')}`,
    },
    attack: (scene) => {
      commitAs(scene, [AGENT], { [MODELS]: 'changed\n' });
    },
  },
  'rules-loosened-first': {
    attack: (scene) => {
      commitAs(scene, [], { [DEFINITION]: FREE });
    },
  },
  'agent-of-its-own': {
    attack: (scene) => {
      commitAs(scene, [], { '.claude/agents/helper.md': FREE.replace(AGENT, 'helper') });
      commitAs(scene, ['helper'], { [MODELS]: 'changed\n' });
    },
  },
  'agent-of-its-own-lifts': {
    attack: (scene) => {
      commitAs(scene, [], { '.claude/agents/helper.md': FREE.replace(AGENT, 'helper') });
      commitAs(scene, [AGENT, 'helper'], { [MODELS]: 'changed\n' });
    },
  },
  'workflow-by-nobody': {
    attack: (scene) => {
      commitAs(scene, [], { '.github/workflows/check.yml': 'on: push\n' });
    },
  },
  'action-of-the-workflow': steering('.github/actions/check/action.yml', 'name: x\n'),
};
