// A score as a stacked bar of what each signal adds, with the reasons in words.
import {decimal, el} from './dom.js';

const COLOURED = ['text', 'content', 'itemknn', 'als', 'popularity', 'recency'];
const NAMES = {
  text: 'matches the text', content: 'similar words', itemknn: 'taken together',
  als: 'your taste', popularity: 'popular', recency: 'recent', preference: 'what you often choose',
};

const base = signal => signal.split('.')[0];
export const colour = signal =>
  `var(--s-${COLOURED.includes(base(signal)) ? base(signal) : 'other'})`;
const counted = contributions => contributions.filter(one => one.contribution !== 0);

function words(one) {
  const text = one.words ?? `${NAMES[base(one.signal)] ?? 'your taste'} (${one.signal})`;
  return text.replace(/ \((\S+ )?\d+ %\)$/, ` (${one.signal})`);
}

function part(one, most) {
  const node = el('span', {class: 'part', title: `${one.signal} ${decimal(one.contribution)}`,
    'data-contribution': one.contribution});
  node.style.width = `${100 * one.contribution / most}%`;
  node.style.background = colour(one.signal);
  return node;
}

/** The bar; most is the score that fills it. */
export function bars(score, contributions, most) {
  const said = counted(contributions).map(one => `${one.signal} ${decimal(one.contribution)}`);
  return el('div', {class: 'bars', 'data-score': score},
      el('div', {class: 'track', role: 'img', 'aria-label': `Score ${decimal(score)}: ${said.join(', ')}`},
          counted(contributions).map(one => part(one, most))),
      el('span', {class: 'score'}, decimal(score)));
}

/** Whether it adds the same to all: then it is no reason for any of them. */
function common(one, items) {
  return items.length > 1 && items.every(item =>
    item.contributions.find(other => other.signal === one.signal)?.contribution === one.contribution);
}

/**
 * A line for each signal that adds a twentieth of the score or more, the largest first.
 * items: the whole list, of which what all have in common is left out.
 */
export function reasons(contributions, items = []) {
  const score = contributions.reduce((sum, one) => sum + one.contribution, 0);
  const largest = counted(contributions).filter(one => one.contribution >= score / 20 && !common(one, items))
      .sort((a, b) => b.contribution - a.contribution);
  return el('ul', {class: 'reasons'}, largest.map(one => line(one, words(one))));
}

function line(one, text) {
  const node = el('li', {}, el('span', {}, text), el('span', {class: 'number'}, decimal(one.contribution)));
  node.style.setProperty('--colour', colour(one.signal));
  return node;
}

/** What all have in common, once for the list. */
export function shared(items) {
  const all = counted(items[0].contributions).filter(one => common(one, items));
  return all.length ? el('ul', {class: 'reasons shared'}, all.map(one => line(one, `all of them: ${words(one)}`))) : '';
}

/** The sum in figures. */
export function table(score, contributions) {
  const row = one => el('tr', {}, el('th', {scope: 'row'}, one.signal),
      el('td', {class: 'number'}, decimal(one.value, 4)), el('td', {class: 'number'}, decimal(one.weight, 2)),
      el('td', {class: 'number'}, decimal(one.contribution, 4)));
  const head = text => el('th', {scope: 'col', class: 'number'}, text);
  return el('table', {},
      el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Signal'), head('Value'), head('Weight'), head('Adds'))),
      el('tbody', {}, contributions.map(row)),
      el('tfoot', {}, el('tr', {}, el('td', {colspan: 3}, 'Score'), el('td', {class: 'number'}, decimal(score, 4)))));
}

/** The whole calculation, as the index explains it. */
export function tree(explanation) {
  return el('li', {}, el('span', {class: 'value'}, decimal(explanation.value, 4)), explanation.description,
      explanation.details.length ? el('ul', {}, explanation.details.map(tree)) : '');
}
