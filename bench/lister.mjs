/** The least that an action does which tells a pull request's changed files: what `rows/action.mjs` compares with. */
import { execFileSync } from 'node:child_process';
import * as core from '@actions/core';
import { context, getOctokit } from '@actions/github';

const { base, head } = context.payload.pull_request;
getOctokit(core.getInput('token'));
const listed = execFileSync('git', [
  'diff',
  '--no-renames',
  '--name-status',
  '-z',
  `${base.sha}...${head.sha}`,
]);
core.setOutput('files', listed.toString().split('\0').filter(Boolean));
