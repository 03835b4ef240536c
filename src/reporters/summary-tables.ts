import type { AgentActivity, Attribution, Report } from '../core/report.js';
import { fill } from './byte-budget.js';
import { heldTo } from './held-to.js';
import { markdownVoice, type Site } from './links.js';
import { fold } from './markdown.js';
import { commit, listOf, place, render, text, type Voice } from './phrase.js';
import { definedAt } from './provisional.js';

const HEADER =
  '| Agent | Commits | Files | Allowed | Forbidden | Lifted | Held to |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |\n';

/** The agents that have commits in the range, one row each. */
export function summarizeAgents({ agents }: Report, voice: Voice, budget: number): string {
  const active = agents.filter(({ commits }) => commits > 0);
  if (active.length === 0) return '';
  const { text: rows, left } = fill(active, budget, (activity) => toRow(activity, voice));
  return `${HEADER}${rows}${left === 0 ? '' : `\n${left} more agents are left out of the table.\n`}`;
}

function toRow(activity: AgentActivity, voice: Voice): string {
  const { agent, commits, changedPaths, allowedPaths, forbiddenPaths, liftedPaths } = activity;
  const forbidden = forbiddenPaths === 0 ? '0' : `**${forbiddenPaths}**`;
  const cells = [voice(text(agent)), commits, changedPaths, allowedPaths, forbidden, liftedPaths];
  return `| ${cells.join(' | ')} | ${heldTo(activity)} |\n`;
}

const COMMITS_HEADER = '| Commit | Subject | Judged as |\n| --- | --- | --- |\n';

/** Every commit that was judged, folded, with whose work it was taken for. */
export function summarizeCommits({ attributions }: Report, voice: Voice, budget: number): string {
  if (attributions.length === 0) return '';
  const { text: rows, left } = fill(
    attributions,
    budget,
    (attribution) =>
      `| ${voice(commit(attribution.commit))} | ${voice(text(attribution.subject))} | ${whose(attribution, voice)} |\n`,
  );
  const isOne = attributions.length === 1;
  return fold(
    isOne ? 'The commit, and whose it is' : `The ${attributions.length} commits, and whose they are`,
    `${COMMITS_HEADER}${rows}${left === 0 ? '' : `\n${left} more commits\n`}`,
  );
}

function whose({ kind, agents, provisional }: Attribution, voice: Voice): string {
  switch (kind) {
    case 'agent':
    case 'joint':
      return `${render(listOf(agents.map(text)), voice)}${provisional ? ' (defined by this branch only)' : ''}`;
    case 'unknown':
      return 'an agent that no definition names';
    case 'anonymous':
      return 'an AI without an agent’s name, not judged';
    case 'person':
      return 'a person, not judged';
  }
}

/** The rules in force, folded: every agent with its definitions, and who is held to nothing. */
export function summarizeRules(report: Report, site: Site | null, budget: number): string {
  if (report.agents.length === 0) return '';
  const readAt = definedAt(report);
  const { text: lines, left } = fill(report.agents, budget, (activity) => {
    const voice = markdownVoice(site, readAt(activity.agent));
    const files = render(listOf(activity.files.map((file) => place(file, null))), voice);
    return `- ${voice(text(activity.agent))} is held to ${heldTo(activity)}. ${files}\n`;
  });
  return fold('Rules in force', left === 0 ? lines : `${lines}- ${left} more agents\n`);
}
