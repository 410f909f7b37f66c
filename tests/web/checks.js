// What a page must be, as functions from an open page to a list of faults in words. They run inside the browser
// through the debugger, so the page's own content security policy stays in force.
'use strict';

const fs = require('node:fs');

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Violations of axe, one line each. Without preloading: axe would fetch style sheets, which no policy here allows. */
async function axe(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, preload: false }), AXE_TAGS);
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** Language, title, one first heading, a main part. */
function structure(page) {
  return page.evaluate(() => {
    const faults = [];
    const count = (selector) => document.querySelectorAll(selector).length;
    if (!document.documentElement.lang) faults.push('html has no lang');
    if (!document.title.trim()) faults.push('no title');
    if (count('h1') !== 1) faults.push(`${count('h1')} h1`);
    if (count('main') !== 1) faults.push(`${count('main')} main`);
    if (!document.querySelector('meta[name=viewport]')) faults.push('no viewport');
    if (!document.querySelector('meta[http-equiv="Content-Security-Policy" i]')) faults.push('no content security policy');
    if (count('[style]')) faults.push(`${count('[style]')} inline styles`);
    if (count('script:not([src])') - count('script[type="application/ld+json"]') > 0) faults.push('inline script');
    if (count('script[type=module]')) faults.push('a module does not load from a disk');
    let before = 0;
    for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
      const level = Number(heading.tagName[1]);
      if (level > before + 1) faults.push(`heading "${heading.textContent.trim()}" skips a level`);
      before = level;
    }
    return faults;
  });
}

/** What sticks out to the right of the window. */
function sideways(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const inScroller = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !inScroller(element))
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 20)}"`);
    return [`${document.scrollingElement.scrollWidth} px in a window of ${width}: ${wide.join('; ')}`];
  });
}

/** Text that its box cuts off. */
function cutOff(page) {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
        const seen = box.width > 4 && box.height > 4 && style.visibility === 'visible' && style.clipPath === 'none';
        const over = element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2;
        return hides && seen && over && element.innerText?.trim();
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} is cut off`),
  );
}

/** Tabs through the page: the first stop is the skip link, each stop can be seen and lies in the window. */
async function keyboard(page, most = 40) {
  const faults = [];
  for (let nth = 0; nth < most; nth += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      const look = () => {
        const s = getComputedStyle(element);
        return [s.outlineStyle === 'none' ? 'none' : s.outline, s.boxShadow, s.backgroundColor, s.borderColor, s.color, s.clipPath, s.transform, s.top].join('|');
      };
      const focused = look();
      const box = element.getBoundingClientRect();
      const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const middle = document.elementFromPoint(
        Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 0), innerWidth - 1),
        Math.min(Math.max(box.top + Math.min(box.height / 2, 8), 0), innerHeight - 1),
      );
      const covered = seen && middle && !element.contains(middle) && !middle.contains(element);
      element.blur();
      const plain = look();
      element.focus();
      const name = `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 20)}"`;
      const target = element.getAttribute('href') ?? '';
      const skips = target.startsWith('#') && !!document.getElementById(decodeURIComponent(target.slice(1)));
      return { name, skips, seen, covered, marked: focused !== plain };
    });
    if (!stop) {
      if (nth === 0) faults.push('nothing can be reached by the keyboard');
      break;
    }
    if (nth === 0 && !stop.skips) faults.push(`the first stop is ${stop.name}, not a link that skips to the content`);
    if (!stop.marked) faults.push(`${stop.name} looks the same with focus`);
    if (!stop.seen) faults.push(`${stop.name} has the focus outside the window`);
    else if (stop.covered) faults.push(`${stop.name} is covered when it has the focus`);
  }
  return faults;
}

/** On paper: content there, dark on light, nothing wider than the sheet. */
async function print(page) {
  const faults = await page.evaluate(() => {
    const main = document.querySelector('main');
    if (!main || main.innerText.trim().length === 0) return ['nothing of the content is printed'];
    const light = (color) => {
      const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
      return a === 0 ? 1 : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
    };
    const found = [];
    for (const element of main.querySelectorAll('h1,h2,p,td,th,li,a')) {
      const style = getComputedStyle(element);
      if (element.innerText?.trim() && light(style.color) > 0.6 && light(style.backgroundColor) > 0.6) {
        found.push(`${element.tagName.toLowerCase()} "${element.innerText.trim().slice(0, 20)}" prints light on light`);
      }
    }
    return found.slice(0, 3);
  });
  return faults.concat(await sideways(page));
}

/** All addresses of a page and the names that others may lead to. */
function addresses(page) {
  return page.evaluate(() => {
    const links = [];
    for (const name of ['href', 'src', 'poster', 'data']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const rel = element.getAttribute('rel');
        const where = element.tagName.toLowerCase() + (element.matches('link') ? `[rel=${rel}]` : '');
        links.push({ where, address: element.getAttribute(name) });
      }
    }
    for (const element of document.querySelectorAll('[srcset]')) {
      for (const part of element.srcset.split(',')) links.push({ where: 'srcset', address: part.trim().split(/\s+/)[0] });
    }
    const names = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    return { links, names, twice };
  });
}

module.exports = { axe, structure, sideways, cutOff, keyboard, print, addresses };
