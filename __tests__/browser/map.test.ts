import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { OwnershipMap } from '../../src/core/map/ownership-map.js';
import { toMapHtml } from '../../src/reporters/map/html.js';
import { toMapSvg } from '../../src/reporters/map/svg.js';
import { anAgent } from '../support/builders.js';
import { hasBrowser, openMap } from '../support/browser.js';
import { HOSTILE } from '../support/hostile.js';
import { aMap, everyHolder, hostileMapOf, MAP_FACTS } from '../support/maps.js';
import { aPage } from '../support/map-page.js';
import { temporaryDirectory } from '../support/repository.js';

const parts = hasBrowser ? await aPage() : null;

function write(map: OwnershipMap): string {
  const file = join(temporaryDirectory(), 'map.html');
  if (parts !== null) writeFileSync(file, toMapHtml(map, MAP_FACTS, parts));
  return pathToFileURL(file).href;
}

const open = (options = {}) => openMap(write(everyHolder()), options);
const focused = (page: Page) => page.evaluate('document.activeElement?.getAttribute("data-path")');
const topOf = (page: Page) => page.locator('.crumbs [aria-current]').textContent();
const tile = (path: string) => `.tile[data-path="${path}"]`;

if (!hasBrowser) {
  it.skip('is skipped: AGENT_OWNERSHIP_CHROMIUM does not name a Chromium', () => undefined);
} else {
  describe('the page in Chromium', () => {
    it('loads nothing but itself, and complains of nothing', async () => {
      const { page, requests, complaints } = await open();
      await page.keyboard.press('Tab');

      expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
    });

    it('runs no script but its own', async () => {
      const { page, complaints } = await open();
      const ran = await page.evaluate(`(() => {
        const script = document.createElement('script');
        try { script.textContent = 'window.ran = true'; document.body.append(script); } catch {}
        try { document.body.innerHTML = '<img src=x onerror="window.ran = true">'; } catch {}
        return window.ran === true;
      })()`);

      expect(ran).toBe(false);
      expect(complaints).toEqual([
        expect.stringContaining('TrustedScript'),
        expect.stringContaining('TrustedHTML'),
      ]);
    });

    it('tells of every tile whose it is and who cannot touch it', async () => {
      const { page } = await open();

      expect(await page.locator(tile('apps/blog/models.py')).getAttribute('aria-label')).toBe(
        'apps/blog/models.py; database; CANNOT TOUCH: backend-django',
      );
      expect(
        await page
          .locator(tile('api/x.md'))
          .or(page.locator(tile('api')))
          .first()
          .getAttribute('data-look'),
      ).toBe('contested');
      expect(await page.locator(tile('README.md')).getAttribute('data-look')).toBe('nobody');
      expect(await page.locator(tile('.gitmodules')).getAttribute('data-look')).toBe('protected');
      expect(await page.locator(tile('docs/guide.md')).getAttribute('data-look')).toBe('plain');
      expect(await page.locator(tile('docs/db.md')).getAttribute('data-look')).toBe('several');
    });

    it('shows CANNOT TOUCH below the pointer', async () => {
      const { page } = await open();
      await page.hover(tile('apps/blog/models.py'));
      const card = page.getByRole('tooltip');

      expect(await card.innerText()).toMatch(
        /apps\/blog\/models\.py[^]*database[^]*CANNOT TOUCH[^]*backend-django/,
      );
      await page.keyboard.press('Escape');
      expect(await card.isVisible()).toBe(false);
    });

    it('is reached by the tab key, read by the arrow keys, and tells CANNOT TOUCH to the focus', async () => {
      const { page } = await open();
      for (let presses = 0; presses < 20 && (await focused(page)) === null; presses += 1)
        await page.keyboard.press('Tab');
      const first = await focused(page);
      const seen = new Set([first]);
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'End', 'Home']) {
        await page.keyboard.press(key);
        seen.add(await focused(page));
      }

      expect(first).toBe('apps');
      expect(seen.size).toBeGreaterThan(3);
      expect(await page.getByRole('tooltip').innerText()).toContain('CANNOT TOUCH');
      expect(await page.locator('.tile[tabindex="0"]').count()).toBe(1);
    });

    it('goes into a directory and back: by keys, by pointer, by breadcrumbs, by the browser', async () => {
      const { page } = await open();
      await page.locator(tile('apps')).focus();
      await page.keyboard.press('Enter');
      expect([await topOf(page), new URL(page.url()).hash]).toEqual(['apps', '#/apps']);
      await page.click(tile('apps/blog'), { position: { x: 8, y: 8 } });
      expect(await topOf(page)).toBe('blog');
      await page.click('.crumbs button:has-text("apps")');
      expect(await topOf(page)).toBe('apps');
      await page.locator('.tile').first().focus();
      await page.keyboard.press('Escape');
      expect([await topOf(page), await focused(page)]).toEqual(['All files', 'apps']);
      await page.goBack();
      expect(await topOf(page)).toBe('apps');
    });

    it('shows what one agent may do, and all again', async () => {
      const { page } = await open();
      const row = page.getByRole('button', { name: /^backend-django/ });
      await row.click();

      expect(await row.getAttribute('aria-pressed')).toBe('true');
      expect(await page.locator(tile('apps/blog/models.py')).getAttribute('data-look')).toBe('denied');
      expect(await page.locator(tile('requirements.txt')).getAttribute('data-look')).toBe('reads');
      expect(await page.locator('.rules').innerText()).toContain('apps/**/models.py');
      await row.click();
      expect(await page.locator(tile('apps/blog/models.py')).getAttribute('data-look')).toBe('plain');
    });

    it('shows only what nobody owns', async () => {
      const { page } = await open();
      await page.getByRole('button', { name: /^Nobody owns it/ }).click();

      expect(await page.locator(tile('README.md')).getAttribute('data-dim')).toBeNull();
      expect(await page.locator(tile('docs/guide.md')).getAttribute('data-dim')).toBe('yes');
    });

    it('finds a path while one types, and goes there', async () => {
      const { page } = await open();
      await page.keyboard.press('/');
      await page.keyboard.type('SHOP/mod');

      expect(await page.getByRole('option').allInnerTexts()).toEqual(['apps/shop/models.py']);
      expect(await page.locator(tile('apps/shop/models.py')).getAttribute('data-found')).toBe('yes');
      expect(await page.locator(tile('README.md')).getAttribute('data-dim')).toBe('yes');
      await page.keyboard.press('Enter');
      expect([await topOf(page), await focused(page)]).toEqual(['shop', 'apps/shop/models.py']);
    });

    it.each(['light', 'dark'] as const)(
      'begins %s as the system is, and changes at a press',
      async (colorScheme) => {
        const { page } = await open({ colorScheme });
        const scheme = () => page.evaluate('getComputedStyle(document.documentElement).colorScheme');

        expect(await scheme()).toBe(colorScheme);
        await page.click('.theme');
        expect(await scheme()).not.toBe(colorScheme);
      },
    );

    it('moves nothing for those who want that', async () => {
      const { page } = await open({ reducedMotion: 'reduce' });
      expect(await page.evaluate('getComputedStyle(document.querySelector(".tile")).animationName')).toBe(
        'none',
      );
    });

    it.each([320, 400, 1600])('fits a window %d pixels wide', async (width) => {
      const { page } = await open({ viewport: { width, height: 800 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });

    it('prints the map and the table, and none of the controls', async () => {
      const { page } = await open();
      await page.emulateMedia({ media: 'print' });

      expect(await page.locator('.search, .theme').first().isVisible()).toBe(false);
      expect(await page.locator('table').isVisible()).toBe(true);
    });

    it('opens and draws a file of many names, few tiles at a time', async () => {
      const names = Array.from({ length: 30_000 }, (_, at) => `lib/${at % 3}/f${at}.ts`);
      const { page } = await openMap(write(aMap([anAgent('a', { owns: ['*1.ts'] })], names)));

      expect(await page.locator('.tile').count()).toBeLessThan(1_300);
      await page.fill('#search', 'f29999');
      await page.keyboard.press('Enter');
      expect(await topOf(page)).toBe('2');
    });

    it('gives what shares a tile an address, from which the browser goes back', async () => {
      const names = Array.from({ length: 9_000 }, (_, at) => `lib/${at % 2}/f${at}.ts`);
      const { page } = await openMap(write(aMap([anAgent('a', { owns: ['*1.ts'] })], names)));
      await page.fill('#search', '');
      await page.evaluate('location.hash = "#/lib/1"');
      await page.locator('.tile[data-kind="group"]').first().click();
      expect(new URL(page.url()).hash).toBe('#/lib/1/*1');
      const [inGroup, files] = [await topOf(page), await page.locator('.tile').count()];
      await page.goBack();
      expect([await topOf(page), new URL(page.url()).hash]).toEqual(['1', '#/lib/1']);
      await page.goForward();
      expect([await topOf(page), await page.locator('.tile').count()]).toEqual([inGroup, files]);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(await topOf(page)).toBe('1');
    });

    it('finds one of many agents by its name', async () => {
      const agents = Array.from({ length: 60 }, (_, at) => anAgent(`agent-${at}`, { owns: [`d${at}/**`] }));
      const { page } = await openMap(
        write(
          aMap(
            agents,
            agents.map((_, at) => `d${at}/a.ts`),
          ),
        ),
      );
      const field = page.getByRole('searchbox', { name: 'Find an agent' });
      await field.fill('AGENT-5');
      const rows = page.locator('.legend .row:visible');
      expect(await rows.count()).toBe(11);
      expect(await page.locator('.legend [role="status"]').textContent()).toBe('11 agents found');
      await rows.last().click();
      expect(await page.locator('.legend .row[aria-pressed="true"]').count()).toBe(1);
      await field.press('Escape');
      expect(await page.locator('.legend .row').count()).toBe(60);
      expect(await rows.count()).toBe(60);
    });

    it('cuts no name off after its first letters', async () => {
      const names = Array.from({ length: 400 }, (_, at) => `packages/module${at}/a.ts`);
      const { page } = await openMap(write(aMap([anAgent('a', { owns: ['*1/**'] })], names)));
      const shown = await page.evaluate(
        `[...document.querySelectorAll('.tile .name')].map((name) => name.clientWidth)`,
      );
      expect(Math.min(...(shown as number[]))).toBeGreaterThan(40);
    });

    it('shows whatever a repository holds as text', async () => {
      const { page, complaints, requests } = await openMap(write(hostileMapOf(TEXTS)));
      await page.locator('.legend .row').first().click();
      await page.locator('.tile').first().hover();
      await page.fill('#search', 'img');

      expect(await page.locator(`#app :is(${ACTIVE})`).count()).toBe(0);
      expect(await page.locator('script').count()).toBe(2);
      expect([complaints, requests.length]).toEqual([[], 1]);
      expect(await page.locator('.legend').innerText()).toContain('<img src=x onerror=alert(1)>');
    });

    it('draws whatever a repository holds as text of a picture', async () => {
      const file = join(temporaryDirectory(), 'map.svg');
      writeFileSync(file, toMapSvg(hostileMapOf(TEXTS), MAP_FACTS));
      const { page } = await open();
      await page.goto(pathToFileURL(file).href);
      const counted = await page.evaluate(`[
        document.querySelectorAll('parsererror,${ACTIVE},foreignObject,image,use,animate,set').length,
        [...document.querySelectorAll('*')].filter((node) => [...node.attributes].some(({ name }) => /^on|href/.test(name))).length,
        document.querySelectorAll('rect').length > 10,
      ]`);

      expect(counted).toEqual([0, 0, true]);
    });
  });
}

const TEXTS = HOSTILE.map(([, text]) => text);
const ACTIVE = 'script,img,a,iframe,object,embed,link,details,form,meta';
