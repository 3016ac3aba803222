// One book or film, what is like it, and what the reader's own list has become.
import {get} from './api.js';
import {also, ask, ownList, question} from './asking.js';
import {cover} from './cover.js';
import {el} from './dom.js';
import {below, facts, hits} from './list.js';
import {opinion} from './opinion.js';
import {reader} from './readers.js';
import {itemLink, searchFor} from './route.js';

const STRIP = 8;

function head(item, changed) {
  const fields = item.fields;
  return el('article', {class: 'one'}, cover(fields),
      el('div', {class: 'body'},
          el('h1', {tabindex: -1}, fields.title),
          el('p', {class: 'muted'}, facts(fields)),
          el('p', {class: 'about'}, fields.description ?? ''),
          el('div', {class: 'tags'}, [fields.subjects ?? []].flat().map(one => el('a', {href: searchFor(one)}, one))),
          el('div', {class: 'acts'}, opinion(item.id, fields.title, item.opinion, null, changed))));
}

function strip(id, title, answer, known) {
  return el('section', {'aria-labelledby': id}, el('h2', {id}, title),
      answer.items.length ? el('ul', {class: 'strip', id: id + '-list'}, answer.items.map(item =>
        el('li', {'data-id': item.id, class: known && !known.has(item.id) ? 'fresh' : ''},
            el('a', {href: itemLink(item.id), 'data-request': answer.request_id},
                cover(item.fields), el('span', {}, item.fields.title))))) : el('p', {}, 'Nobody took anything beside it.'));
}

const NAMES = {books: 'Books', films: 'Films', '': 'Books and films'};

export async function itemView(route, known, changed) {
  const [item, alike, others, own] = await Promise.all([
    get('item', {id: route.id, user: reader()}), ask(question(route)),
    ask(also(route, STRIP)), ask(ownList(route, STRIP)),
  ]);
  return {
    title: item.fields.title,
    answer: alike,
    nodes: [
      head(item, changed),
      strip('also', 'Readers also liked', others, null),
      strip('own', 'For you, as of now', own, known),
      el('section', {'aria-labelledby': 'alike'}, el('h2', {id: 'alike'}, `${NAMES[route.domain]} like this`),
          hits(alike, {known: null, changed}), ...below(route, alike)),
    ],
    own: own.items.map(one => one.id),
  };
}
