// What depends on the visitor's day. Every page is complete without this file. Written for old web views: no modules,
// no fetch, nothing newer than 2017.
(function () {
  'use strict';
  var body = document.body;
  var up = body.getAttribute('data-up') || '';
  var words = (body.getAttribute('data-words') || '').split('|');
  var NEAR = 8;

  // Today as 2026-12-15 by the site's own clock, wherever the visitor is.
  function day(shift) {
    var now = new Date(Date.now() + shift * 864e5);
    try {
      var parts = new Intl.DateTimeFormat('en-US', {
        timeZone: body.getAttribute('data-zone'), year: 'numeric', month: '2-digit', day: '2-digit'
      }).format(now).match(/\d+/g);
      return parts[2] + '-' + parts[0] + '-' + parts[1];
    } catch (error) {
      var two = function (n) { return (n < 10 ? '0' : '') + n; };
      return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
    }
  }
  var today = day(0), tomorrow = day(1);

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }
  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }
  function fill(phrase, values) {
    return phrase.replace(/\{(\w+)\}/g, function (slot, name) { return values[name] || ''; });
  }
  function squeeze(text) { return text.replace(/\s+/g, ' ').trim(); }
  function mark(date, where) {
    var word = date === today ? words[0] : date === tomorrow ? words[1] : '';
    if (word) { where.appendChild(document.createTextNode(' ')); where.appendChild(make('span', 'mark', word)); }
  }

  // Tables keep their roles in browsers that forget them when rows are shown as cards.
  all('table.sessions, table.limits').forEach(function (table) {
    table.setAttribute('role', 'table');
    [['thead,tbody', 'rowgroup'], ['tr', 'row'], ['thead th', 'columnheader'], ['tbody th', 'rowheader'], ['td', 'cell']]
      .forEach(function (pair) {
        all(pair[0], table).forEach(function (part) { part.setAttribute('role', pair[1]); });
      });
  });

  // A procedure: the last day is picked from the tables of the page itself.
  all('[data-dates]').forEach(function (part) {
    var pick = part.querySelector('.pick');
    var limit = pick.querySelector('select'), begins = pick.querySelector('input'), answer = pick.querySelector('.answer');
    function look() {
      if (!begins.value) { answer.textContent = ''; return; }
      var days = all('time', document.getElementById(limit.value));
      var found = days.filter(function (time) { return time.getAttribute('datetime') === begins.value; })[0];
      var early = days[0] && begins.value < days[0].getAttribute('datetime');
      answer.textContent = !found ? part.getAttribute(early ? 'data-early' : 'data-outside')
        : fill(part.getAttribute('data-answer'), { last: squeeze(found.parentNode.nextElementSibling.textContent) });
    }
    limit.addEventListener('change', look);
    begins.addEventListener('input', look);
    if (today >= begins.min && today <= begins.max) begins.value = today;
    pick.removeAttribute('hidden');
    look();
  });

  // A roster: past rows step back, today's is marked, the next one is named at the top.
  var upcoming = document.querySelector('[data-upcoming]');
  var next = null, nextDate = '', rows = all('table.sessions tbody tr');
  rows.forEach(function (row) {
    var date = row.querySelector('time').getAttribute('datetime');
    if (date < today) row.className += ' past';
    if (date === today) row.className += ' today';
    mark(date, row.cells[0]);
    if (date >= today && !/\boff\b/.test(row.className) && (!next || date < nextDate)) { next = row; nextDate = date; }
  });
  if (upcoming && rows.length) {
    if (next) {
      // Who stands by or comes along has a role before the name, and is no reason to come.
      var receives = all('.who .person', next).filter(function (person) { return !person.querySelector('.role'); });
      var named = receives.length ? receives.map(function (person) { return person.querySelector('.name'); }) : all('.who .name', next);
      var names = named.filter(Boolean).map(function (name) { return name.textContent; });
      var when = next.querySelector('.when');
      var link = make('a', '', squeeze(next.cells[0].textContent) + (when ? ' ' + squeeze(when.textContent) : ''));
      link.href = '#' + next.id;
      upcoming.appendChild(make('span', 'label', upcoming.getAttribute('data-label')));
      upcoming.appendChild(document.createTextNode(' '));
      upcoming.appendChild(link);
      upcoming.appendChild(document.createTextNode(' ' + names.join(' ')));
    } else {
      upcoming.textContent = upcoming.getAttribute('data-over');
    }
    upcoming.hidden = false;
  }

  // What is there to be copied has a button for it. Where a page may not copy, the text is selected instead.
  all('[data-copy]').forEach(function (source) {
    var phrases = source.getAttribute('data-copy').split('|');
    var rich = source.hasAttribute('data-rich');
    var button = make('button', 'button copies', phrases[0]), said = make('span', 'meta');
    var heading = document.getElementById(source.getAttribute('aria-labelledby') || '');
    button.type = 'button';
    if (heading && !rich) button.setAttribute('aria-label', phrases[0] + ' ' + heading.textContent);
    said.setAttribute('role', 'status');
    button.addEventListener('click', function () {
      var text = source.textContent;
      copy(text, rich ? text : '', function (done) {
        said.textContent = ' ' + phrases[done ? 1 : 2];
        if (done) return;
        for (var fold = source; fold && fold !== body; fold = fold.parentNode) {
          if (fold.tagName === 'DETAILS') fold.open = true;
        }
        select(source);
      });
    });
    var line = make(source.tagName === 'PRE' ? 'p' : 'span', 'copying');
    line.appendChild(button);
    line.appendChild(said);
    // Of what is folded away the button stands outside.
    var place = source.hasAttribute('data-fold') ? source.parentNode : source;
    place.parentNode.insertBefore(line, source.tagName === 'PRE' ? place : place.nextSibling);
  });
  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  // Code as text, for whoever takes no table: cells with tabs between.
  function plain(code) {
    return code.replace(/<\/t[dh]>\s*<t[dh][^>]*>/g, '\t').replace(/<[^>]+>/g, '').replace(/\n{2,}/g, '\n').trim()
      .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&(#39|apos);/g, "'").replace(/&amp;/g, '&');
  }
  function copy(text, code, then) {
    var holder = make('pre', 'offscreen', text), done = false;
    function hand(event) {
      event.preventDefault();
      if (code) event.clipboardData.setData('text/html', code);
      event.clipboardData.setData('text/plain', code ? plain(code) : text);
    }
    body.appendChild(holder);
    select(holder);
    document.addEventListener('copy', hand);
    try { done = document.execCommand('copy'); } catch (error) { done = false; }
    document.removeEventListener('copy', hand);
    window.getSelection().removeAllRanges();
    body.removeChild(holder);
    if (done || code || !(navigator.clipboard && navigator.clipboard.writeText)) { then(done); return; }
    navigator.clipboard.writeText(text).then(function () { then(true); }, function () { then(false); });
  }

  // A list of many units: typing narrows it.
  all('[data-finder]').forEach(function (section, index) {
    var items = all('.tiles > li, details.unit', section);
    if (items.length < 12) return;
    var field = make('p', 'filter'), label = make('label', '', section.getAttribute('data-finder'));
    var input = make('input'), none = make('p', 'none', section.getAttribute('data-none'));
    input.type = 'search';
    input.id = 'filter-' + index;
    label.htmlFor = input.id;
    none.setAttribute('role', 'status');
    none.hidden = true;
    input.addEventListener('input', function () {
      var typed = squeeze(input.value).toLowerCase(), found = 0;
      items.forEach(function (item) {
        item.hidden = (item.querySelector('summary') || item).textContent.toLowerCase().indexOf(typed) < 0;
        if (!item.hidden) found += 1;
      });
      none.hidden = found > 0;
    });
    field.appendChild(label);
    field.appendChild(document.createTextNode(' '));
    field.appendChild(input);
    var first = section.querySelector('.tiles, details.unit');
    section.insertBefore(field, first);
    section.insertBefore(none, first);
  });

  // What a link leads to may be folded away.
  function unfold() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (var part = target; part && part !== body; part = part.parentNode) {
      if (part.tagName === 'DETAILS') part.open = true;
    }
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', unfold);
  unfold();

  // Lists of days on a unit's or an official's page: what is past goes, what is left is marked.
  all('section[data-days]').forEach(function (section) {
    var days = all('.day', section).filter(function (item) {
      var keep = item.getAttribute('data-date') >= today;
      if (keep) mark(item.getAttribute('data-date'), item.querySelector('.leaf'));
      else item.parentNode.removeChild(item);
      return keep;
    });
    var lists = all('.days', section), fold = section.querySelector('details.later');
    if (fold) {
      var count = 0;
      days.forEach(function (item, index) {
        count += item.querySelectorAll('.card').length;
        (index === 0 || count <= 6 ? lists[0] : lists[1]).appendChild(item);
      });
      fold.hidden = !lists[1].querySelector('.day');
    }
    if (lists.length && !days.length) {
      lists[0].parentNode.replaceChild(make('p', 'none', section.getAttribute('data-over')), lists[0]);
    }
  });

  // Regulations: what holds today.
  all('[data-force]').forEach(function (item) {
    var from = item.getAttribute('data-from'), ends = item.getAttribute('data-ends');
    var phrases = item.getAttribute('data-phrases').split('|');
    var at = ends && ends <= today || !from ? 2 : from > today ? 0 : 1;
    if (!phrases[at]) return;
    item.querySelector('strong').textContent = phrases[at];
    item.className = item.className.replace(/ (early|now|over)\b/, ' ' + ['early', 'now', 'over'][at]);
    all('.asof', item).forEach(function (note) { note.parentNode.removeChild(note); });
  });

  all('p.asof').forEach(function (note) { note.parentNode.removeChild(note); });

  // A regulation: the contents follow and fold, an address is copied by its link.
  var statute = document.querySelector('.statute'), toc = document.querySelector('.toc details');
  if (toc) {
    var wide = window.matchMedia ? window.matchMedia('(min-width: 60rem)') : { matches: true };
    toc.open = wide.matches;
    toc.addEventListener('click', function (event) {
      if (event.target.tagName === 'A' && !wide.matches) toc.open = false;
    });
    var lines = {}, current = null;
    all('a', toc).forEach(function (line) { lines[line.getAttribute('href').slice(1)] = line; });
    var marks = all('[id]', statute).filter(function (part) { return lines[part.id]; });
    var follow = function () {
      var last = null;
      for (var at = 0; at < marks.length && marks[at].getBoundingClientRect().top < 120; at += 1) last = marks[at];
      if (last === current) return;
      if (current) lines[current.id].removeAttribute('aria-current');
      current = last;
      if (!last) return;
      var line = lines[last.id], list = toc.querySelector('ol');
      line.setAttribute('aria-current', 'true');
      if (line.offsetTop < list.scrollTop || line.offsetTop > list.scrollTop + list.clientHeight - 40) {
        list.scrollTop = line.offsetTop - 40;
      }
    };
    var waiting = false;
    window.addEventListener('scroll', function () {
      if (waiting) return;
      waiting = true;
      window.requestAnimationFrame(function () { waiting = false; follow(); });
    });
    follow();
  }
  if (statute && navigator.clipboard) {
    var told = make('span', 'copied');
    told.setAttribute('role', 'status');
    statute.addEventListener('click', function (event) {
      var link = event.target;
      if (link.tagName !== 'A' || !/^(no|n|k)$/.test(link.className)) return;
      navigator.clipboard.writeText(link.href).then(function () {
        told.textContent = '';
        link.parentNode.insertBefore(told, link.nextSibling);
        told.textContent = statute.getAttribute('data-copied');
      }, function () {});
    });
  }

  // What has an end.
  all('[data-until]').forEach(function (item) {
    var over = item.getAttribute('data-until') < today;
    if (over && !item.hasAttribute('data-from')) {
      item.className += ' over';
      var word = item.getAttribute('data-over');
      if (word) {
        var meta = item.querySelector('.meta') || item;
        meta.appendChild(document.createTextNode(' '));
        meta.appendChild(make('span', 'mark', word));
      }
    }
    if (item.hasAttribute('data-from')) {
      var phrases = item.getAttribute('data-phrases').split('|');
      var early = item.getAttribute('data-from') > today;
      item.insertBefore(make('strong', '', phrases[early ? 0 : over ? 2 : 1]), item.firstChild);
      item.className += early ? ' early' : over ? ' over' : ' current';
    }
  });

  var section = document.querySelector('section[data-next]');
  if (!section) return;

  // The home page: from today on, whatever day the page was made.
  var phrases = section.getAttribute('data-phrases').split('|');
  var months = section.getAttribute('data-months-known').split(' ');
  var note = section.querySelector('.window');

  function dateWords(date) {
    var parts = date.split('-').map(Number);
    return fill(phrases[3], {
      m: section.getAttribute('data-month-names').split(' ')[parts[1] - 1],
      d: String(parts[2]),
      wd: section.getAttribute('data-weekday-names').split(' ')[(new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])).getUTCDay() + 6) % 7]
    });
  }

  function card(entry) {
    var item = make('li', entry.c ? 'card off' : 'card');
    var when = make('p', 'when', entry.h || phrases[5]);
    if (entry.t) { when.appendChild(document.createTextNode(' ')); when.appendChild(make('span', 'kind', entry.t)); }
    if (entry.g) { when.appendChild(document.createTextNode(' ')); when.appendChild(make('span', 'lunar', entry.g)); }
    item.appendChild(when);
    var link = make('a');
    link.href = up + entry.l;
    (entry.p.length ? entry.p : [[phrases[6], '', '']]).forEach(function (person) {
      var line = make('span', 'person');
      if (person[2]) { line.appendChild(make('span', 'role', person[2])); line.appendChild(document.createTextNode(' ')); }
      line.appendChild(make('span', 'name', person[0]));
      if (person[1]) { line.appendChild(document.createTextNode(' ')); line.appendChild(make('span', 'posts', person[1])); }
      link.appendChild(line);
    });
    var who = make('p', 'who');
    who.appendChild(link);
    item.appendChild(who);
    var where = (entry.a || []).join(phrases[7]);
    if (where || entry.u) {
      var place = make('p', 'where', where || entry.u);
      if (where && entry.u) { place.appendChild(document.createTextNode(' ')); place.appendChild(make('span', 'of', entry.u)); }
      item.appendChild(place);
    }
    if (entry.n) {
      var list = make('ul', 'status');
      entry.n.forEach(function (status) { list.appendChild(make('li', status[0], status[1])); });
      item.appendChild(list);
    }
    return item;
  }

  function dayItem(data) {
    var item = make('li', 'day');
    item.setAttribute('data-date', data.d);
    var leaf = make('h3', 'leaf'), time = make('time');
    time.setAttribute('datetime', data.d);
    time.appendChild(make('span', 'm', data.m));
    time.appendChild(make('b', '', String(data.n)));
    time.appendChild(make('span', 'u', phrases[4]));
    leaf.appendChild(time);
    leaf.appendChild(document.createTextNode(' '));
    leaf.appendChild(make('span', 'wd', data.k));
    item.appendChild(leaf);
    var cards = make('div', 'cards'), open = make('ul'), list = open;
    cards.appendChild(open);
    data.s.forEach(function (entry, index) {
      if (index === 6 && data.s.length > 8) {
        var rest = make('details');
        rest.appendChild(make('summary', '', phrases[8]));
        list = make('ul');
        rest.appendChild(list);
        cards.appendChild(rest);
      }
      list.appendChild(card(entry));
    });
    item.appendChild(cards);
    return item;
  }

  // Puts the days from today on in their two places and says what today is.
  function arrange() {
    var days = all('.day', section).filter(function (item) {
      var keep = item.getAttribute('data-date') >= today;
      if (!keep) item.parentNode.removeChild(item);
      return keep;
    });
    var lists = all('.days', section), near = lists[0], fold = section.querySelector('details.later');
    if (!near && days.length === 0) { say(null); return; }
    if (fold) {
      var count = 0;
      days.forEach(function (item, index) {
        count += item.querySelectorAll('.card').length;
        (index === 0 || count <= NEAR ? near : lists[1]).appendChild(item);
      });
      fold.hidden = !lists[1].querySelector('.day');
    }
    days.forEach(function (item) {
      var leaf = item.querySelector('.leaf');
      if (!leaf.querySelector('.mark')) mark(item.getAttribute('data-date'), leaf);
    });
    say(days);
  }

  function say(days) {
    var open = (days || []).filter(function (item) { return item.querySelector('.card:not(.off)'); });
    var first = open[0] && open[0].getAttribute('data-date');
    var values = { date: dateWords(today), next: first && dateWords(first), until: section.getAttribute('data-last') };
    // Of days before the edition this copy knows nothing.
    if (!first && !values.until || today < section.getAttribute('data-edition')) return;
    note.textContent = fill(phrases[first === today ? 0 : first ? 1 : 2], values);
  }

  // Months from today on that the page itself does not hold: the two nearest.
  function load() {
    var known = all('.day', section).map(function (item) { return item.getAttribute('data-date'); });
    var last = known.length ? known[known.length - 1] : '';
    var enough = known.filter(function (date) { return date >= today; }).length > NEAR;
    var wanted = enough ? [] : months.filter(function (month) {
      return month && month >= today.slice(0, 7) && month >= last.slice(0, 7);
    }).slice(0, 2);
    if (!wanted.length) { arrange(); return; }
    var left = wanted.length;
    wanted.forEach(function (month) {
      var script = make('script');
      script.src = up + 'data/sessions-' + month + '.js';
      script.onload = script.onerror = function () {
        left -= 1;
        if (!left) { add(wanted, last); arrange(); }
      };
      document.head.appendChild(script);
    });
  }

  function add(wanted, last) {
    var data = (window.gongshi && window.gongshi.sessions) || {};
    var list = all('.days', section).pop();
    if (!list) {
      list = make('ol', 'days');
      var none = section.querySelector('.none');
      if (none) none.parentNode.replaceChild(list, none); else section.appendChild(list);
    }
    wanted.forEach(function (month) {
      (data[month] || []).forEach(function (item) {
        if (item.d > last && item.d >= today) list.appendChild(dayItem(item));
      });
    });
  }

  load();
})();
