// Reads a built site from disk: its pages, their kinds, and what its links lead to.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');

const KINDS = ['home', 'roster', 'unit', 'leader', 'notices', 'notice', 'page', 'procedure', 'procedures', 'regulation', 'regulations', 'comparison', 'code', 'past-code', 'gone', 'change', 'releases', 'posters', 'forms', '404'];

const FOLLOWED = ['a', 'area', 'link[rel=canonical]', 'link[rel=alternate]'];

/** Every page as { file, name, kind, url }, in order of name. */
function pages(root) {
  const found = [];
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      // A table to paste is no page of the site.
      else if (entry.name.endsWith('.html') && !entry.name.endsWith('.table.html')) found.push(file);
    }
  };
  walk(root);
  return found
    .map((file) => {
      const kind = /<body\b[^>]*\bdata-kind="([^"]*)"/.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? null;
      return { file, name: path.relative(root, file), kind, url: pathToFileURL(file).href };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Up to `most` pages of each kind: the first, the last, and some between. */
function sample(all, most = 3) {
  const kinds = new Map();
  for (const page of all) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);
  return [...kinds.values()].flatMap((group) => {
    const count = Math.min(most, group.length);
    const places = Array.from({ length: count }, (_, n) => Math.round((n * (group.length - 1)) / Math.max(1, count - 1)));
    return places.map((at) => group[at]);
  });
}

/** The faults of one page's addresses. `anchors` maps a page's file to the names in it. */
function linkFaults(root, page, links, anchors) {
  const faults = [];
  for (const { where, address } of links) {
    const fault = (words) => faults.push(`${page.name}: ${where} "${address}" ${words}`);
    // What a reader may follow, or a machine may note; nothing that a browser fetches by itself.
    if (/^(https?:|webcal:|mailto:|tel:)/i.test(address) && FOLLOWED.includes(where)) continue;
    if (/^data:/i.test(address) && where === 'img') continue;
    let url;
    try {
      url = new URL(address, page.url);
    } catch {
      fault('is no address');
      continue;
    }
    if (url.protocol !== 'file:') {
      fault('leads out of the site');
      continue;
    }
    const fragment = decodeURIComponent(url.hash.slice(1));
    const file = fileURLToPath(new URL(url.pathname, 'file://'));
    if (file !== root && !file.startsWith(root + path.sep)) fault('leads out of the folder');
    else if (!fs.existsSync(file)) fault('leads to no file');
    else if (fs.statSync(file).isDirectory()) fault('names a folder, which opens no page from a disk');
    else if (fragment && fragment !== 'top' && anchors.has(file) && !anchors.get(file).has(fragment)) {
      fault('leads to no such place in the page');
    }
  }
  return faults;
}

module.exports = { KINDS, pages, sample, linkFaults };
