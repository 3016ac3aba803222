'use strict';

// Every text goes into the page through textContent; nothing is ever parsed as markup.
const $ = id => document.getElementById(id);
const NOBODY = '';
const COLOURS = 8;
let readers = [];
let drawn = 0;

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  for (const child of children.flat()) {
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

async function get(path, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const response = await fetch(path + '?' + query);
  const body = await response.json();
  if (!response.ok) throw new Error(body.error);
  return body;
}

const colours = new Map();
function colour(signal) {
  if (!colours.has(signal)) colours.set(signal, `var(--s${colours.size % COLOURS})`);
  return colours.get(signal);
}

function because(reason) {
  const percent = Math.round(100 * reason.share) + ' %';
  if (!reason.because.length) return `${reason.signal} ${percent}`;
  return `${reason.signal} ${percent}: ${reason.because.join(', ')}`;
}

function bar(reasons) {
  const label = reasons.map(because).join('; ');
  const strip = el('div', {class: 'bar', role: 'img', 'aria-label': label});
  const legend = el('div', {class: 'legend'});
  for (const reason of reasons) {
    const part = el('i', {title: because(reason)});
    part.style.width = 100 * reason.share + '%';
    part.style.background = colour(reason.signal);
    strip.append(part);
    const entry = el('span', {}, because(reason));
    entry.style.setProperty('--c', colour(reason.signal));
    legend.append(entry);
  }
  return [strip, legend];
}

function tree(explanation) {
  const line = `${explanation.value.toFixed(4)}  ${explanation.description}`;
  return el('li', {}, line,
      explanation.details.length ? el('ul', {}, explanation.details.map(tree)) : '');
}

function why(explanation) {
  const details = el('details', {}, el('summary', {}, 'The whole sum'));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(el('ul', {}, tree(explanation)));
  });
  return details;
}

function year(published) {
  return published < 0 ? `${-published} BC` : published;
}

function facts(fields) {
  return [fields.author, year(fields.published), fields.pages && fields.pages + ' pages', fields.series]
      .filter(Boolean).join(' · ');
}

function tags(fields) {
  return el('div', {class: 'tags'}, (fields.subjects || []).map(
      subject => el('a', {href: '#/search/' + encodeURIComponent(subject)}, subject)));
}

function card(item) {
  const fields = item.fields;
  return el('li', {class: 'book'},
      el('span', {class: 'score'}, item.score.toFixed(3)),
      el('h3', {}, el('a', {href: '#/book/' + encodeURIComponent(item.id)}, fields.title)),
      el('p', {class: 'meta'}, facts(fields)),
      el('p', {}, fields.description || ''),
      bar(item.reasons),
      item.explanation ? why(item.explanation) : '');
}

function list(answer) {
  if (!answer.items.length) return el('p', {}, 'No book was found.');
  return el('ol', {class: 'books'}, answer.items.map(card));
}

function caption(answer) {
  return el('p', {class: 'hint'},
      `${answer.items.length} of ${answer.total} candidates in ${answer.took_ms} ms`);
}

async function home() {
  const user = $('reader').value;
  if (user === NOBODY) {
    return [el('h1', {}, 'Welcome'),
      el('p', {}, 'Search for something, or choose a reader above to see what the shop recommends.'),
      el('p', {}, 'Try ', el('a', {href: '#/search/vampires%20in%20a%20castle'}, 'vampires in a castle'),
          ', ', el('a', {href: '#/book/dracula'}, 'Dracula'), ' or ',
          el('a', {href: '#/search/robots'}, 'robots'), '.')];
  }
  const answer = await get('/api/recommend', {user});
  const reader = readers.find(one => one.id === user);
  return [el('h1', {}, 'For ' + user),
    el('p', {class: 'hint'}, 'A simulated reader; latest books: ' + reader.latest.join(', ')),
    caption(answer), list(answer)];
}

async function search(q) {
  $('q').value = q;
  const answer = await get('/api/search', {q, user: $('reader').value});
  return [el('h1', {}, `“${q}”`), caption(answer), list(answer)];
}

async function book(id) {
  const item = await get('/api/item', {id});
  const alike = await get('/api/like', {id, user: $('reader').value});
  return [el('h1', {}, item.fields.title), el('p', {class: 'meta'}, facts(item.fields)),
    el('p', {}, item.fields.description || ''), tags(item.fields),
    el('h2', {}, 'More like this'), caption(alike), list(alike)];
}

async function draw() {
  const turn = ++drawn;
  const [, view, ...rest] = location.hash.split('/');
  let content;
  try {
    const argument = decodeURIComponent(rest.join('/'));
    if (view === 'search' && argument) content = await search(argument);
    else if (view === 'book' && argument) content = await book(argument);
    else content = await home();
  } catch (failure) {
    content = [el('p', {class: 'error', role: 'alert'}, failure.message)];
  }
  if (turn !== drawn) return;
  $('main').replaceChildren(...content);
  const heading = $('main').querySelector('h1');
  document.title = (heading ? heading.textContent + ' – ' : '') + 'Kindred Bookshop';
  scrollTo(0, 0);
}

function step(by) {
  const links = [...document.querySelectorAll('.book h3 a')];
  const at = links.indexOf(document.activeElement);
  const next = links[Math.max(0, Math.min(links.length - 1, at + by))];
  if (next) next.focus();
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, select')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const act = {'/': () => $('q').focus(), j: () => step(1), k: () => step(-1),
    h: () => { location.hash = '#/'; }}[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

$('search').addEventListener('submit', event => {
  event.preventDefault();
  const text = $('q').value.trim();
  if (!text) return;
  const target = '#/search/' + encodeURIComponent(text);
  if (location.hash === target) draw();
  else location.hash = target;
});
$('reader').addEventListener('change', draw);
addEventListener('hashchange', draw);

(async () => {
  try {
    readers = (await get('/api/readers', {})).readers;
  } catch (failure) {
    readers = [];
  }
  $('reader').append(el('option', {value: NOBODY}, 'nobody'),
      ...readers.map(reader => el('option', {value: reader.id}, reader.id)));
  draw();
})();
