import type { AgentActivity, Report } from '../core/report.js';
import { fill } from './byte-budget.js';
import { heldTo } from './held-to.js';
import { markdownVoice, type Site } from './links.js';
import { fold } from './markdown.js';
import { listOf, place, render, text, type Voice } from './phrase.js';
import { definedAt } from './provisional.js';

const HEADER =
  '| Agent | Commits | Files changed | Forbidden | Held to |\n| --- | ---: | ---: | ---: | --- |\n';

/** The agents that have commits in the range, one row each. */
export function summarizeAgents({ agents }: Report, voice: Voice, budget: number): string {
  const active = agents.filter(({ commits }) => commits > 0);
  if (active.length === 0) return '';
  const { text: rows, left } = fill(active, budget, (activity) => toRow(activity, voice));
  return `${HEADER}${rows}${left === 0 ? '' : `\n${left} more agents are left out of the table.\n`}`;
}

function toRow(activity: AgentActivity, voice: Voice): string {
  const { agent, commits, changedPaths, forbiddenPaths } = activity;
  const forbidden = forbiddenPaths === 0 ? '0' : `**${forbiddenPaths}**`;
  return `| ${voice(text(agent))} | ${commits} | ${changedPaths} | ${forbidden} | ${heldTo(activity)} |\n`;
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
