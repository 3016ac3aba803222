// The shop's page: draws where we are, and draws it again when something happens.
import {byId, el, say} from './dom.js';
import {drawFacets} from './facets.js';
import {listView} from './home.js';
import {itemView} from './item.js';
import {start as startReaders, tell} from './readers.js';
import {current, go, itemLink, searchFor} from './route.js';
import {drawSettings, start as startSettings} from './settings.js';
import {suggest} from './suggest.js';

let turn = 0;
let place = '';

function idsOnScreen() {
  const own = byId('own-list') ?? byId('main');
  return new Set([...own.querySelectorAll('[data-id]')].map(node => node.dataset.id));
}

function failed(failure) {
  return {title: 'Not found', nodes: [el('h1', {tabindex: -1}, 'That did not work'),
    el('p', {class: 'fault', role: 'alert'}, failure.message), el('p', {}, el('a', {href: '#/'}, 'Back to the shop'))]};
}

/** known: what was on screen before an event; marks what is new. */
async function draw(known = null) {
  const mine = ++turn;
  const route = current();
  drawSettings(route);
  byId('main').setAttribute('aria-busy', 'true');
  let view;
  try {
    view = await (route.view === 'item' ? itemView : listView)(route, known, changed);
  } catch (failure) {
    view = failed(failure);
  }
  if (mine !== turn) return;
  show(view, route, known);
}

function show(view, route, known) {
  byId('main').replaceChildren(...view.nodes);
  byId('main').setAttribute('aria-busy', 'false');
  document.title = view.title + ' – Kindred Bookshop';
  if (view.answer) drawFacets(route, view.answer.facets);
  const moved = place !== route.view + route.id + route.q + route.from;
  if (moved && place) {
    byId('main').querySelector('h1').focus({preventScroll: true});
    scrollTo(0, 0);
  }
  place = route.view + route.id + route.q + route.from;
  byId('main').dataset.drawn = String(turn);
  if (known) announce(known);
}

function announce(known) {
  const fresh = [...idsOnScreen()].filter(id => !known.has(id)).length;
  say(`${byId('status').textContent} For you: ${fresh} new.`);
}

/** Something was noted: the lists are asked again. */
function changed() {
  return draw(idsOnScreen());
}

/** To open an item from a list is an event too: noted first, so that the next page knows it. */
async function open(event) {
  const anchor = event.target.closest('#main a[data-request]');
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const id = anchor.closest('[data-id]').dataset.id;
  try {
    await tell('view', id, anchor.textContent, anchor.dataset.request);
  } catch (failure) {
    say(failure.message);
  }
  go(anchor.getAttribute('href'));
}

function searching() {
  const close = suggest(byId('q'), byId('q-list'), ['title', 'author', 'subject'],
      one => go(one.id ? itemLink(one.id) : searchFor(one.text)));
  byId('search').addEventListener('submit', event => {
    event.preventDefault();
    close();
    const text = byId('q').value.trim();
    if (text) go(searchFor(text));
  });
}

addEventListener('hashchange', () => draw());
document.addEventListener('click', open);
searching();
await Promise.all([startSettings(), startReaders(() => draw())]);
await draw();
