// Why this book, or why not.
import {get} from './api.js';
import {question} from './asking.js';
import {bars, reasons, tree} from './bars.js';
import {el, uniqueId} from './dom.js';
import {suggest} from './suggest.js';

const VERDICTS = {
  ranked: why => `It is on this list, at rank ${why.rank}.`,
  seen: () => 'It is not on this list: the reader had it already, or it is the very item in question.',
  filtered: () => 'It is not on this list: it does not meet the filters.',
  not_proposed: () => 'It is not on this list: no retriever proposed it.',
  unknown: () => 'It is not in the index.',
};

export const ask = item => {
  const {list, parameters} = question();
  return get('why', {list, item, ...parameters});
};

function show(why) {
  return [
    el('h3', {}, why.title),
    el('p', {class: 'verdict'}, VERDICTS[why.verdict](why)),
    why.contributions ? el('p', {class: 'muted small'}, 'The score it has, or would have as a candidate:') : '',
    why.contributions ? bars(why.score, why.contributions, Math.max(why.score, 1e-9)) : '',
    why.contributions ? reasons(why.contributions) : '',
    el('details', {class: 'sum'}, el('summary', {}, 'What the retrievers say'),
        el('ul', {class: 'small'}, why.notes.map(note => el('li', {}, note)))),
    why.explanation ? el('details', {class: 'sum'}, el('summary', {}, 'The whole calculation'),
        el('div', {class: 'tree', tabindex: 0, role: 'group', 'aria-label': 'The whole calculation'},
            el('ul', {}, tree(why.explanation)))) : '',
  ];
}

/** A box to ask about a title that is missed. */
export function whyNot() {
  const list = el('ul', {class: 'options', role: 'listbox', id: uniqueId('titles'), 'aria-label': 'Titles', hidden: true});
  const input = el('input', {type: 'text', id: uniqueId('title'), maxlength: 200, autocomplete: 'off', placeholder: 'A title'});
  const result = el('div', {'aria-live': 'polite', class: 'why-result'});
  let chosen = null;
  async function answer() {
    try {
      result.replaceChildren(...show(await ask(chosen ?? input.value.trim())).flat().filter(Boolean));
    } catch (failure) {
      result.replaceChildren(el('p', {class: 'fault'}, failure.message));
    }
  }
  const close = suggest(input, list, ['title'], one => {
    input.value = one.text;
    chosen = one.id;
    answer();
  });
  input.addEventListener('input', () => { chosen = null; });
  const form = el('form', {onsubmit: event => { event.preventDefault(); close(); if (input.value.trim()) answer(); }},
      el('label', {for: input.id, class: 'hidden'}, 'Title that you miss'), input,
      el('button', {type: 'submit', class: 'quiet'}, 'Why not?'), list);
  return el('section', {class: 'whynot', 'aria-labelledby': 'whynot-title'},
      el('h2', {id: 'whynot-title'}, 'Why not this one?'),
      el('p', {class: 'muted'}, 'Name a title that you miss on the list above, or wonder about.'),
      form, result);
}
