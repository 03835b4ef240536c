import { AGENT, MODELS, type Evasion, type Evasions } from './evasion.js';

/** A commit of a forbidden path with this message. */
const saying = (
  message: string | Buffer,
  author?: { readonly name: string; readonly email: string },
  headers: readonly string[] = [],
): Evasion => ({
  attack: ({ repository }) => {
    repository.write(MODELS, 'changed\n');
    if (author !== undefined && typeof message === 'string') {
      const [subject = '', ...rest] = message.split('\n\n');
      repository.commit({ subject, body: rest.join('\n\n').trimEnd(), author });
      return;
    }
    repository.git('add', '-A');
    repository.rawCommit({ message, headers });
  },
});

const SUBJECT = 'Change models\n\n';
const CLAUDE = 'Co-authored-by: Claude <noreply@anthropic.com>\n';
const many = Array.from({ length: 200 }, (_, index) => `Agent: nobody-${index}\n`).join('');
/** `X`, and the trailer, in EBCDIC. */
const EBCDIC = Buffer.from('e72525c1878595a37a40828183928595846084918195879625', 'hex');

/** What a message can say, so that nobody is found to have made the commit. */
export const MESSAGE_EVASIONS: Evasions = {
  'no-trailer': saying(`${SUBJECT}Nothing else.\n`),
  'empty-message': saying(''),
  'other-key': saying(`${SUBJECT}Made-By: backend-django\n`),
  'key-in-other-case': saying(`${SUBJECT}AGENT: Backend_Django\n`),
  'above-the-last-paragraph': saying(`${SUBJECT}Agent: backend-django\n\n${CLAUDE}`),
  'below-the-subject': saying('Change models\nAgent: backend-django\n'),
  'in-the-subject': saying('Agent: backend-django\n'),
  'among-prose': saying(`${SUBJECT}Some words.\nAgent: backend-django\nMore words.\nAnd more.\nAnd more.\n`),
  indented: saying(`${SUBJECT}    Agent: backend-django\n`),
  folded: saying(`${SUBJECT}Agent:\n backend-django\n`),
  'other-separator': saying(`${SUBJECT}Agent=backend-django\n`),
  'full-width-colon': saying(`${SUBJECT}Agent\uff1a backend-django\n`),
  'misspelt-key': saying(`${SUBJECT}Agnet: backend-django\n`),
  'look-alike-key': saying(`${SUBJECT}\u0410gent: backend-django\n`),
  'no-width-in-key': saying(`${SUBJECT}Ag\u200bent: backend-django\n`),
  'misspelt-name': saying(`${SUBJECT}Agent: backend-djnago\n`),
  'look-alike-name': saying(`${SUBJECT}Agent: b\u0430ckend-django\n`),
  'no-width-in-name': saying(`${SUBJECT}Agent: backend\u200b-django\n`),
  'empty-value': saying(`${SUBJECT}Agent:\n`),
  'several-keys': saying(`${SUBJECT}Agent: human\nAgent: backend-django\n`),
  'list-in-value': saying(`${SUBJECT}Agent: human, backend-django\n`),
  'behind-200-others': saying(`${SUBJECT}${many}Agent: backend-django\n`),
  'dos-line-ends': saying('Change models\r\n\r\nAgent: backend-django\r\n'),
  'after-a-divider': saying(`${SUBJECT}---\n\nAgent: backend-django\n`),
  'before-a-divider': saying(`${SUBJECT}Agent: backend-django\n\n---\nextra\n`),
  'after-scissors': saying(
    `${SUBJECT}# ------------------------ >8 ------------------------\nAgent: backend-django\n`,
  ),
  'as-a-comment': saying(`${SUBJECT}Text.\n\n# Agent: backend-django\n`),
  'as-a-citation': saying(`${SUBJECT}> Agent: backend-django\n`),
  'nul-before-it': saying(`${SUBJECT}\0\n\nAgent: backend-django\n`),
  'other-encoding': saying(EBCDIC, undefined, ['encoding IBM037']),
  'declared-encoding': saying(`${SUBJECT}Agent: backend-django\n`, undefined, ['encoding IBM037']),
  'message-of-a-megabyte': saying(`${SUBJECT}${'word '.repeat(200_000)}\n\nAgent: backend-django\n`),
  'forged-record': saying(
    `\u0001${'0'.repeat(40)}\n\n:100644 100644 a b M\0x\u0001\u001e\u001f\n\nAgent: backend-django\n`.replace(
      '\0',
      ' ',
    ),
  ),
  'header-in-other-order': saying(`${SUBJECT}Agent: backend-django\n`, undefined, [
    'x-agent database',
    'mergetag object 0\n type commit\n\n Agent: database',
  ]),
  'a-person': saying(`${SUBJECT}Agent: human\n`),
  'a-person-beside-an-ai': saying(`${SUBJECT}Agent: human\n${CLAUDE}`),
  'a-built-in-type': saying(`${SUBJECT}Agent: general-purpose\n`),
  'an-ai-without-a-name': saying(`${SUBJECT}${CLAUDE}`),
  'name-of-another-agent': saying(`${SUBJECT}Agent: database\n`),
  'joint-to-lift': saying(`${SUBJECT}Agent: backend-django\nAgent: database\n`),
  'author-of-another-name': saying(`${SUBJECT}Agent: backend-django\n`, {
    name: 'database',
    email: 'database@example.com',
  }),
  'author-is-a-bot': saying(`${SUBJECT}Bump.\n`, {
    name: 'dependabot[bot]',
    email: '49699333+dependabot[bot]@users.noreply.github.com',
  }),
  mailmap: {
    attack: ({ repository }) => {
      repository.write('.mailmap', 'Somebody <somebody@example.com> <noreply@anthropic.com>\n');
      repository.write(MODELS, 'changed\n');
      repository.commit({ subject: 'X', author: { name: 'Claude', email: 'noreply@anthropic.com' } });
    },
  },
  'trailer-on-an-empty-commit': {
    attack: ({ repository }) => {
      repository.write(MODELS, 'changed\n').commit('Change models');
      repository.commit({ subject: 'Say who', trailers: [['Agent', AGENT]] });
    },
  },
  'squashed-here': {
    attack: ({ repository }) => {
      repository.checkout('side', 'topic').write(MODELS, 'changed\n');
      repository.commit({ subject: 'Models', trailers: [['Agent', AGENT]] });
      repository.checkout('topic');
      repository.git('merge', '-q', '--squash', 'side');
      repository.commit(squashBody(repository.git('log', '--format=medium', 'topic..side')));
    },
  },
  'squashed-by-github': saying(
    'Change the blog (#12)\n\n* Views\n\nAgent: backend-django\n\n* Tests\n\nText\n\n---------\n\nCo-authored-by: Somebody <somebody@example.com>\n',
  ),
};

const squashBody = (log: string): string => `Squashed commit of the following:\n\n${log}\n`;
