import type { MisplacedWhere } from '../../../src/core/attribution/misplaced.js';

export interface MessageScene {
  readonly title: string;
  readonly message: string;
  /** What git's own trailers claim. */
  readonly visible?: readonly string[];
  /** What is named elsewhere: agent and place. */
  readonly misplaced?: readonly (readonly [agent: string, where: MisplacedWhere])[];
}

const AGENT = 'Agent: backend-django';
const CO = 'Co-authored-by: Claude <noreply@anthropic.com>';
const one = (where: MisplacedWhere) => [['backend-django', where]] as const;

/** Messages that name an agent where git does not look. */
export const MISPLACED: readonly MessageScene[] = [
  {
    title: 'above a blank line and co-authors',
    message: `S\n\nText.\n\n${AGENT}\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'above a signature of a tool',
    message: `S\n\n${AGENT}\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'in a list with a person and a product',
    message: `S\n\nAgent: human, backend-django, claude\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'above a divider',
    message: `S\n\n${AGENT}\n\n---\nmore\n`,
    misplaced: one('above-last-paragraph'),
  },
  { title: 'directly below the subject', message: `S\n${AGENT}\n`, misplaced: one('below-subject') },
  { title: 'as the subject', message: `${AGENT}\n`, misplaced: one('in-subject') },
  { title: 'below a line of prose', message: `S\n\nText\n${AGENT}\n`, misplaced: one('among-prose') },
  { title: 'above a line of prose', message: `S\n\n${AGENT}\nText\n`, misplaced: one('among-prose') },
  { title: 'beside a mark for CI', message: `S\n\n${AGENT}\n[skip ci]\n`, misplaced: one('among-prose') },
  {
    title: 'beside a scissors line',
    message: `S\n\n${AGENT}\n------------------------ >8 ------------------------\nx\n`,
    misplaced: one('among-prose'),
  },
  {
    title: 'below a line of prose, above comments',
    message: `S\n\nText\n${AGENT}\n\n# a\n`,
    misplaced: one('among-prose'),
  },
  {
    title: 'below a line of prose, above blank lines',
    message: `S\n\nText\n${AGENT}\n\n\n`,
    misplaced: one('among-prose'),
  },
  {
    title: 'at the end of a message without a line break',
    message: `S\n\nText\n${AGENT}`,
    misplaced: one('among-prose'),
  },
  {
    title: 'directly below the subject, with nothing below',
    message: `S\n${AGENT}`,
    misplaced: one('below-subject'),
  },
  { title: 'as the subject below blank lines', message: `\n \n${AGENT}\n`, misplaced: one('in-subject') },
  {
    title: 'indented directly below a subject that reads like a trailer',
    message: `Blog: new posts\n  ${AGENT}\n`,
    misplaced: one('below-subject'),
  },
  { title: 'indented', message: `S\n\nText.\n\n  ${AGENT}\n`, misplaced: one('indented') },
  { title: 'indented by a tab', message: `S\n\nText.\n\n\t${AGENT}\n`, misplaced: one('indented') },
  {
    title: 'indented, directly below prose',
    message: `S\n\nText.\n  ${AGENT}\n`,
    misplaced: one('indented'),
  },
  {
    title: 'indented, above indented co-authors',
    message: `S\n\nText.\n\n  ${AGENT}\n\n  ${CO}\n`,
    misplaced: one('indented'),
  },
  {
    title: 'indented, below what an example shows of a revert',
    message: `S\n\n    This reverts commit 0123456789abcdef.\n\n  ${AGENT}\n`,
    misplaced: one('indented'),
  },
  {
    title: 'in a message that is indented as a whole',
    message: `  S\n\n  Text.\n\n  ${CO}\n  ${AGENT}\n`,
    misplaced: one('indented'),
  },
  { title: 'with an equals sign', message: 'S\n\nAgent=backend-django\n', misplaced: one('other-separator') },
  { title: 'with an arrow', message: 'S\n\nAgent => backend-django\n', misplaced: one('other-separator') },
  { title: 'with a dash', message: 'S\n\nAgent - backend-django\n', misplaced: one('other-separator') },
  {
    title: 'with a full-width colon',
    message: 'S\n\nAgent：backend-django\n',
    misplaced: one('other-separator'),
  },
  {
    title: 'with a no-break space before the colon',
    message: 'S\n\nAgent\u00a0: backend-django\n',
    misplaced: one('other-separator'),
  },
  { title: 'in bold', message: 'S\n\n**Agent:** backend-django\n', misplaced: one('other-separator') },
  {
    title: 'in a list at the end',
    message: 'S\n\n- Agent: backend-django\n',
    misplaced: one('other-separator'),
  },
  {
    title: 'with two letters swapped',
    message: 'S\n\nAgnet: backend-django\n',
    misplaced: one('misspelt-key'),
  },
  {
    title: 'in the plural',
    message: 'S\n\nAgents: backend-django, database\n',
    misplaced: [
      ['backend-django', 'misspelt-key'],
      ['database', 'misspelt-key'],
    ],
  },
  { title: 'with a letter left out', message: 'S\n\nAgnt: backend-django\n', misplaced: one('misspelt-key') },
  {
    title: 'with its last letter twice',
    message: 'S\n\nAgentt: backend-django\n',
    misplaced: one('misspelt-key'),
  },
  { title: 'with another letter', message: 'S\n\nAgemt: backend-django\n', misplaced: one('misspelt-key') },
  {
    title: 'with an invisible letter',
    message: 'S\n\n\u200bAgent: backend-django\n',
    misplaced: one('misspelt-key'),
  },
  { title: 'with CRLF', message: `S\r\n${AGENT}\r\n`, misplaced: one('below-subject') },
  {
    title: 'by another spelling',
    message: `S\n\nAGENT: Backend_Django\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'with a plugin before it',
    message: `S\n\nAgent: team:web:backend-django\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'by its old name',
    message: `S\n\nAgent: server\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'in a list with commas',
    message: `S\n\nAgent: database, server\n\n${CO}\n`,
    misplaced: [
      ['database', 'above-last-paragraph'],
      ['backend-django', 'above-last-paragraph'],
    ],
  },
  {
    title: 'beside another one that git sees',
    message: `S\n\n${AGENT}\n\nAgent: database\n`,
    visible: ['database'],
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'below a fence that nobody closes',
    message: `S\n\n\`\`\`\n${AGENT}\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'below a fence',
    message: `S\n\n\`\`\`\ncode\n\`\`\`\n\n${AGENT}\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'above a fence',
    message: `S\n\n${AGENT}\n\n\`\`\`\ncode\n\`\`\`\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'in a revert that says whose it is',
    message: `Revert "S"\n\nThis reverts commit 0123456789abcdef.\n\n${AGENT}\n\n${CO}\n`,
    misplaced: one('above-last-paragraph'),
  },
  {
    title: 'in a squashed message of GitHub with co-authors',
    message: `Blog (#7)\n\n* One\n\n${AGENT}\n\n* Two\n\nAgent: database\n\n---------\n\n${CO}\n`,
    misplaced: [
      ['backend-django', 'squashed'],
      ['database', 'squashed'],
    ],
  },
  {
    title: 'in a squashed message of one commit with co-authors',
    message: `Blog (#123)\n\n${AGENT}\n\n---------\n\n${CO}\n`,
    misplaced: one('squashed'),
  },
  {
    title: 'in a squashed message of GitHub whose last trailer git sees',
    message: `Blog (#7)\n\n* One\n\n${AGENT}\n\n* Two\n\nAgent: database\n`,
    visible: ['database'],
    misplaced: one('squashed'),
  },
  {
    title: 'in a message of git merge --squash',
    message: `Squashed commit of the following:\n\ncommit 0123456789012345678901234567890123456789\nAuthor: A <a@b.c>\nDate:   Mon\n\n    Two\n    \n    This reverts commit 0123456789.\n    \n    Agent: database\n\ncommit 0123456789012345678901234567890123456789\nAuthor: A <a@b.c>\nDate:   Mon\n\n    One\n    \n    Text.\n    \n    ${AGENT}\n`,
    misplaced: [
      ['database', 'squashed'],
      ['backend-django', 'squashed'],
    ],
  },
];

/** Messages in which only git's own trailers claim anything. */
export const NOTHING_MISPLACED: readonly MessageScene[] = [
  { title: 'a list with somebody unknown', message: `S\n\nAgent: backend-django, nobody\n\n${CO}\n` },
  { title: 'a trailer', message: `S\n\n${AGENT}\n`, visible: ['backend-django'] },
  {
    title: 'a trailer among prose that a sign-off redeems',
    message: `S\n\nText\nSigned-off-by: A <a@b.c>\n${AGENT}\n`,
    visible: ['backend-django'],
  },
  { title: 'a trailer above comments', message: `S\n\n${AGENT}\n\n# a\n# b\n`, visible: ['backend-django'] },
  { title: 'a folded trailer', message: 'S\n\nAgent: backend\n  django\n', visible: ['backend-django'] },
  {
    title: 'the same claim twice',
    message: `S\n\n${AGENT}\n\n${CO}\n${AGENT}\n`,
    visible: ['backend-django'],
  },
  {
    title: 'the same agent in the subject as in the trailer',
    message: `${AGENT}\n\n${AGENT}\n`,
    visible: ['backend-django'],
  },
  { title: 'an unknown name', message: `S\n\nAgent: fix the thing\n\n${CO}\n` },
  { title: 'a list with an unknown part', message: `S\n\nAgent: backend-django, and others\n\n${CO}\n` },
  {
    title: 'a sentence about an agent',
    message: `S\n\nThe Agent: backend-django did it.\n\nAgent backend-django was here.\n`,
  },
  {
    title: 'a key that only looks alike',
    message: `S\n\nUrgent: backend-django\nAgent-Name: database\nReagent: testing\n`,
  },
  {
    title: 'a key with two letters left out or too many, or two wrong in another way than swapped',
    message: `S\n\nAgt: backend-django\nAgnext: database\nAgentnt: testing\nAgentent: testing\n`,
  },
  { title: 'a folded line of another trailer', message: `S\n\nReviewed-by: x\n   ${AGENT}\n` },
  {
    title: 'a line folded by a tab below a trailer that is indented by less',
    message: `S\n\n    Reviewed-by: x\n\t${AGENT}\n`,
  },
  {
    title: 'a line that is another name with what is folded below it',
    message: `S\n\nText\n${AGENT}\n  and-more\n`,
  },
  { title: 'a quoted line', message: `S\n\n> ${AGENT}\n` },
  { title: 'a fence', message: `S\n\nText\n\n\`\`\`\nOther text\n\n${AGENT}\n\`\`\`\n` },
  { title: 'a fence with a language', message: `S\n\n\`\`\`text\n${AGENT}\n\`\`\`\n` },
  { title: 'a fence that shows another fence', message: `S\n\n\`\`\`\n~~~\n${AGENT}\n\`\`\`\n` },
  { title: 'a folded trailer in a fence', message: `S\n\n\`\`\`\n${AGENT}\n  and-more\n\`\`\`\n` },
  { title: 'an indented example in the text', message: `S\n\nWrite\n\n    ${AGENT}\n\nand push.\n` },
  { title: 'an indented example at the end', message: `S\n\nWrite:\n\n    Subject\n\n    ${AGENT}\n` },
  {
    title: 'an indented example directly above prose',
    message: `S\n\nWrite\n\n    ${AGENT}\nand push.\n`,
  },
  {
    title: 'an indented example below the title of a pull request that is no squash',
    message: `Blog (#7)\n\nWrite\n\n    ${AGENT}\n\nand push.\n`,
  },
  {
    title: 'an item of a list below a subject without a pull request',
    message: `S\n\n* Agent: backend-django\n* other things\n\nText.\n`,
  },
  {
    title: 'an item of a list below a subject that goes on behind its pull request',
    message: `Blog (#7) again\n\n* Agent: backend-django\n* other things\n\nText.\n`,
  },
  { title: 'an item of a list as the subject', message: `- ${AGENT}\n` },
  {
    title: 'an item of a list in the text',
    message: `S\n\n- Agent: backend-django\n- other things\n\nText.\n`,
  },
  {
    title: 'what a revert shows of the reverted commit',
    message: `Revert "S"\n\nThis reverts commit 0123456789abcdef.\n\n    ${AGENT}\n`,
  },
  {
    title: 'a revert of a commit whose subject is a claim',
    message: `Revert "${AGENT}"\n\nThis reverts commit 0123456789abcdef.\n`,
  },
  { title: 'a person', message: `S\n\nAgent: human\n\nText.\n` },
  { title: 'a comment', message: '# Agent: backend-django\n' },
  { title: 'nothing', message: '' },
  { title: 'blank lines', message: '\n \n\t\n' },
];
