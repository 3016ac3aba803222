// For you, and search: a heading and one list.
import {ask, question} from './asking.js';
import {el} from './dom.js';
import {below, hits} from './list.js';
import {summary} from './readers.js';

const KIND = {books: 'books', films: 'films', '': 'books and films'};

function heading(route) {
  if (route.view === 'search') return `“${route.q}”`;
  return 'For you';
}

async function lead(route) {
  if (route.view === 'search') return `Found by words, in ${KIND[route.domain]}, and ranked with your taste.`;
  return summary();
}

/** known: the ids that were on this list before something happened; null for a first look. */
export async function listView(route, known, changed) {
  const answer = await ask(question(route));
  return {
    title: heading(route),
    answer,
    nodes: [
      el('h1', {tabindex: -1}, heading(route)),
      el('p', {class: 'latest'}, await lead(route)),
      el('h2', {class: 'hidden'}, 'Results'),
      hits(answer, {known, changed}),
      ...below(route, answer),
    ],
  };
}
