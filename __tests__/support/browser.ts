import { afterAll } from '@jest/globals';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const executablePath = process.env['AGENT_OWNERSHIP_CHROMIUM'];

/** Whether a Chromium is at hand: `AGENT_OWNERSHIP_CHROMIUM` is its path, such as `/usr/bin/chromium`. */
export const hasBrowser = executablePath !== undefined && executablePath !== '';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let running: Promise<Browser> | null = null;

afterAll(async () => {
  await (await running)?.close();
});

export interface Opened {
  readonly page: Page;
  /** What the page asked the network for, and what it complained of. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens a file and waits until the map is drawn. */
export async function openMap(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  running ??= chromium.launch({ executablePath: executablePath ?? '', args: ARGUMENTS });
  const context = await (await running).newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
  return { page, requests, complaints };
}
