import * as core from '@actions/core';
import { main } from './main.js';

await main({
  toolkit: core,
  environment: process.env,
  // Imported late: the toolkit reads the event file while it loads, and a broken file must end in a sentence.
  loadContext: async () => (await import('@actions/github')).context,
});
