import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { CLI } from '../programs.mjs';
import { createRepository } from '../repository.mjs';
import { createMapScene } from './map.mjs';

const EMPTY = '<!doctype html><title>Empty</title><p>Empty</p>';

/** The page of the map in a browser, against a page of one word. */
export const paint = {
  name: 'paint',
  title: 'the page of the map of 100,000 files and 100 definitions, in headless Chromium',
  mostRuns: 5,
  claims: [
    { text: 'first contentful paint, seconds', of: 'map', atMost: 2 },
    { text: 'first contentful paint ÷ page of one word', of: 'map', to: ['one word'], atMost: 2 },
    { text: 'until the map is drawn and has time for its reader', of: 'map', figure: 'interactive' },
    { text: 'the same ÷ page of one word', of: 'map', to: ['one word'], figure: 'interactive', atMost: 10 },
    { text: 'size of the page', of: 'map', figure: 'bytes', atMost: 2_000_000 },
  ],
  async prepare(directory) {
    const executablePath = findChromium();
    if (executablePath === null)
      return { skipped: 'No Chromium is on the PATH, and AGENT_OWNERSHIP_CHROMIUM names none.' };
    const [empty, map] = ['empty.html', 'map.html'].map((name) => path.join(directory, name));
    await mkdir(directory, { recursive: true });
    await createRepository(path.join(directory, 'repository'), createMapScene());
    await promisify(execFile)(process.execPath, [CLI, 'map', '--at', 'main', '--html', map], {
      cwd: path.join(directory, 'repository'),
    });
    await writeFile(empty, EMPTY);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    return {
      sides: {
        'one word': () => open(browser, empty, 'p'),
        map: () => open(browser, map, 'html[data-ready]'),
      },
      close: () => browser.close(),
    };
  },
};

function findChromium() {
  const named = process.env.AGENT_OWNERSHIP_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(existsSync) ?? null;
}

/** Seconds from the start of the navigation to the first paint, and until the page is drawn and has time for its reader. */
async function open(browser, file, drawn) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector(drawn);
    const [seconds, interactive] = await page.evaluate(async () => {
      const free = await new Promise((resolve) => {
        globalThis.requestIdleCallback(() => resolve(globalThis.performance.now()));
      });
      const [first] = globalThis.performance.getEntriesByName('first-contentful-paint');
      return [first.startTime / 1000, free / 1000];
    });
    return { seconds, interactive, bytes: (await stat(file)).size };
  } finally {
    await context.close();
  }
}
