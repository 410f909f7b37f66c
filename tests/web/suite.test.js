// The browser suite: each kind of page, as files, in light and dark, small and large, with and without script.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { chromium } = require('playwright-core');
const checks = require('./checks.js');
const { KINDS, linkFaults, pages, sample } = require('./site.js');

const root = fs.realpathSync(process.env.GONGSHI_SITE);
const out = process.env.GONGSHI_OUT;
const time = process.env.GONGSHI_WEB_TIME;
const all = pages(root);
const chosen = sample(all);

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
let browser;
before(async () => {
  // playwright gives each launch a fresh profile of its own.
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, headless: true, args: FLAGS });
});
after(() => browser?.close());

const none = (faults, words) => assert.equal(faults.length, 0, `${words}:\n  ${faults.join('\n  ')}`);

/** Opens a page in a new context, hands it to `use`, and returns the faults the browser itself told of. */
async function open(page, options, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  const faults = [];
  try {
    if (time) await context.clock.setFixedTime(new Date(time));
    await context.route(/^(?!file:|data:)/, (route) => route.abort());
    const tab = await context.newPage();
    tab.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) faults.push(`external request: ${request.url()}`);
    });
    tab.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    tab.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    tab.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
    await tab.goto(page.url, { waitUntil: 'load' });
    await use(tab);
  } finally {
    await context.close();
  }
  return faults;
}

test('the site has pages, and each says of which kind it is', () => {
  assert.ok(all.length > 0, 'no page in the folder');
  none(all.filter(({ kind }) => !KINDS.includes(kind)).map(({ name, kind }) => `${name}: ${kind}`), 'unknown kind');
});

test('every link of every page leads somewhere', async () => {
  const anchors = new Map();
  const read = [];
  const faults = [];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  for (const page of all) {
    await tab.goto(page.url, { waitUntil: 'domcontentloaded' });
    const { links, names, twice } = await checks.addresses(tab);
    anchors.set(page.file, new Set(names));
    read.push([page, links]);
    faults.push(...twice.map((name) => `${page.name}: id "${name}" stands twice`));
  }
  await context.close();
  for (const [page, links] of read) faults.push(...linkFaults(root, page, links, anchors));
  none(faults, 'links');
});

for (const page of chosen) {
  test(`${page.kind}: ${page.name}`, async (t) => {
    let words = 0;
    for (const colorScheme of ['light', 'dark']) {
      await t.test(`axe, ${colorScheme}, nothing in the console, no request outside`, async () => {
        const faults = await open(page, { colorScheme }, async (tab) => {
          words = await tab.evaluate(() => document.querySelector('main')?.innerText.length ?? 0);
          none(await checks.axe(tab), 'axe');
        });
        none(faults, 'browser');
      });
    }
    await t.test('structure and keyboard', async () => {
      await open(page, {}, async (tab) => {
        none(await checks.structure(tab), 'structure');
        none(await checks.keyboard(tab), 'keyboard');
      });
    });
    await t.test('narrow windows and large text', async () => {
      await open(page, {}, async (tab) => {
        for (const width of [320, 360, 640]) {
          await tab.setViewportSize({ width, height: 700 });
          none(await checks.sideways(tab), `${width} px wide`);
        }
        none(await checks.axe(tab), 'axe at 640 px');
        for (const width of [1280, 640]) {
          await tab.setViewportSize({ width, height: 800 });
          await tab.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
          none([...(await checks.sideways(tab)), ...(await checks.cutOff(tab))], `text twice as large at ${width} px`);
        }
      });
    });
    await t.test('without script', async () => {
      const faults = await open(page, { javaScriptEnabled: false }, async (tab) => {
        const bare = await tab.evaluate(() => document.querySelector('main')?.innerText.length ?? 0);
        assert.ok(bare > 0 && bare >= words / 2, `${bare} characters of content without script, ${words} with it`);
        none(await checks.sideways(tab), 'sideways');
      });
      none(faults, 'browser');
    });
    await t.test('on paper', async () => {
      await open(page, { colorScheme: 'dark', viewport: { width: 718, height: 1000 } }, async (tab) => {
        await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
        none(await checks.print(tab), 'print');
      });
    });
  });
}

const list = all.find(({ file }) => {
  const finder = fs.readFileSync(file, 'utf8').split(' data-finder=')[1]?.split('</section>')[0] ?? '';
  return finder.split(/<li><a|<details class="unit"/).length > 12;
});
test('a list of many units narrows as one types', { skip: !list }, async () => {
  await open(list, { viewport: { width: 360, height: 740 } }, async (tab) => {
    const shown = () => tab.evaluate(() => {
      const section = document.querySelector('[data-finder]');
      return [...section.querySelectorAll('.tiles > li, details.unit')].filter((item) => !item.hidden).map((item) => item.innerText);
    });
    const before = await shown();
    const field = tab.locator('[data-finder] input').first();
    const name = before.at(-1).trim().split(/\s/)[0];
    await field.fill(name);
    const found = await shown();
    assert.ok(found.length >= 1 && found.length < before.length && found.every((item) => item.includes(name)), `${name}: ${found}`);
    await field.fill('☃');
    assert.equal((await shown()).length, 0);
    assert.ok(await tab.locator('[data-finder] .none').first().isVisible(), 'nothing says that nothing was found');
    await field.fill('');
    assert.deepEqual(await shown(), before);
  });
});

const later = all.find(({ file }) => /data-days data-over=(?:(?!<\/section>)[^])*<details class="later">/.test(fs.readFileSync(file, 'utf8')));
test('when the first days are over, the next ones take their place', { skip: !later }, async () => {
  const list = (tab) => tab.evaluate(() => [...document.querySelectorAll('section[data-days] .day')].map((day) => day.dataset.date));
  let days;
  await open(later, { javaScriptEnabled: false }, async (tab) => { days = await list(tab); });
  const read = async (date, use) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await context.clock.setFixedTime(new Date(`${date}T04:00:00Z`));
    const tab = await context.newPage();
    await tab.goto(later.url);
    await use(tab);
    await context.close();
  };
  const last = days.at(-1);
  await read(last, async (tab) => {
    assert.deepEqual(await list(tab), [last]);
    assert.ok(await tab.locator('section[data-days] .day').isVisible(), 'the next day stays folded away');
    assert.ok(!(await tab.locator('section[data-days] details.later').isVisible()), 'an empty fold is offered');
  });
  await read(`${Number(last.slice(0, 4)) + 1}-12-31`, async (tab) => {
    assert.ok(await tab.locator('section[data-days] .none').isVisible(), 'nothing says that the days are over');
  });
});

const folded = all.find(({ file }) => /<details class="(unit|later)"[^>]*>(?:(?!<\/details>)[^])*<tr id=/.test(fs.readFileSync(file, 'utf8')));
test('a link to a row that is folded away unfolds it', { skip: !folded }, async () => {
  await open(folded, { viewport: { width: 360, height: 740 } }, async (tab) => {
    const id = await tab.evaluate(() => document.querySelector('details.unit tr[id], details.later tr[id]').id);
    await tab.goto(`${folded.url}#${id}`);
    assert.ok(await tab.locator(`[id="${id}"]`).isVisible(), `${id} in ${folded.name} stays folded`);
  });
});

const procedure = all.find(({ kind }) => kind === 'procedure');
test('a procedure is followed by keyboard, on a small phone, with and without script', { skip: !procedure }, async () => {
  await open(procedure, { viewport: { width: 360, height: 740 } }, async (tab) => {
    const chart = await tab.evaluate(() => {
      const frame = document.querySelector('.chart').getBoundingClientRect();
      const scale = frame.width / document.querySelector('.chart').viewBox.baseVal.width;
      const texts = [...document.querySelectorAll('.chart text')];
      return {
        smallest: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * scale)),
        outside: texts.filter((text) => text.getBoundingClientRect().right > frame.right).map((text) => text.textContent),
        order: [...document.querySelectorAll('.chart a:not(.jump)')].map((link) => link.getAttribute('href')),
        steps: document.querySelectorAll('.steps > li').length,
      };
    });
    assert.ok(chart.smallest >= 14, `words of ${chart.smallest} px in the chart`);
    none(chart.outside, 'words that leave the chart');
    assert.equal(new Set(chart.order).size, chart.steps, 'the chart shows each step once');
    await tab.locator('.chart a').first().focus();
    for (const href of chart.order.slice(0, 3)) {
      assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('href')), href, 'the order of the keyboard');
      await tab.keyboard.press('Tab');
    }
    await tab.locator('.chart a').first().focus();
    await tab.keyboard.press('Enter');
    assert.ok(await tab.locator(`[id="${chart.order[0].slice(1)}"]`).evaluate((step) => step.matches(':target')));
    const dates = tab.locator('[data-dates]');
    const wanted = await dates.locator('select').inputValue();
    const row = tab.locator(`[id="${wanted}"] tbody tr`).nth(3);
    await dates.locator('input').fill(await row.locator('time').getAttribute('datetime'));
    const squeezed = (text) => text.replace(/\s+/g, ' ').trim();
    const last = squeezed(await row.locator('td').textContent());
    assert.ok((await dates.locator('.answer').textContent()).includes(last), `the answer is not ${last}`);
  });
  await open(procedure, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (tab) => {
    assert.ok(!(await tab.locator('.pick').isVisible()), 'a form that nothing answers');
    const table = tab.locator('[data-dates] details').first();
    await table.locator('summary').click();
    assert.ok(await table.locator('tbody tr').first().isVisible(), 'no table without script');
  });
});

test('pictures', { skip: !out }, async () => {
  const first = chosen.filter(({ kind }, at) => chosen.findIndex((other) => other.kind === kind) === at);
  for (const page of first) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [360, 1280]) {
        await open(page, { colorScheme, viewport: { width, height: 800 } }, async (tab) => {
          await tab.screenshot({ path: path.join(out, `${page.kind}-${width}-${colorScheme}.png`), fullPage: true });
        });
      }
    }
    await open(page, {}, async (tab) => {
      await tab.pdf({ path: path.join(out, `${page.kind}-print.pdf`), format: 'A4', printBackground: true });
    });
  }
});
