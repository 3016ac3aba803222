// The catalogue on a plane, coloured by subject.
import {get} from './api.js';
import {el, svg, uniqueId} from './dom.js';
import {suggest} from './suggest.js';

const WIDTH = 1000;
const HEIGHT = 620;
const MARGIN = 26;
const COLOURS = 10;
const FAR = 2.6;

function commonest(points) {
  const counts = new Map();
  points.forEach(point => point.subjects.forEach(one => counts.set(one, (counts.get(one) ?? 0) + 1)));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([subject]) => subject)
      .filter(subject => subject !== 'classics').slice(0, COLOURS);
}

const subjectOf = (point, shown) => point.subjects.find(one => shown.includes(one));

function scale(values, from, to) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return value => from + (to - from) * (value - low) / (high - low || 1);
}

function dot(point, x, y, shown) {
  const at = shown.indexOf(subjectOf(point, shown));
  const node = svg('circle', {cx: x(point.x).toFixed(1), cy: y(point.y).toFixed(1), r: point.domain === 'films' ? 6.5 : 4.6, 'data-id': point.id},
      svg('title', {}, `${point.title}: ${point.subjects.join(', ')}`));
  node.style.fill = at < 0 ? 'var(--rest)' : `var(--m${at})`;
  return node;
}

function draw(points, shown) {
  const x = scale(points.map(point => point.x), MARGIN, WIDTH - MARGIN);
  const y = scale(points.map(point => point.y), HEIGHT - MARGIN, MARGIN);
  const dots = points.map(point => dot(point, x, y, shown));
  const map = svg('svg', {class: 'map', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img',
    'aria-label': `${points.length} books and films on a plane; those of one subject lie together`}, dots);
  return {map, dots};
}

function legend(points, shown, dots) {
  const buttons = shown.map((subject, i) => {
    const button = el('button', {type: 'button', class: 'quiet', 'aria-pressed': 'false', onclick: () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      buttons.forEach(one => one.setAttribute('aria-pressed', String(on && one === button)));
      dots.forEach((node, at) => node.classList.toggle('dim', on && subjectOf(points[at], shown) !== subject));
    }}, subject);
    button.style.setProperty('--colour', `var(--m${i})`);
    return button;
  });
  return el('div', {class: 'legend', role: 'group', 'aria-label': 'Show one subject'}, buttons);
}

function mark(map, dots, points, id) {
  map.querySelectorAll('text').forEach(node => node.remove());
  dots.forEach((node, at) => {
    const found = points[at].id === id;
    node.classList.toggle('found', found);
    if (found) {
      node.setAttribute('r', 4.6 * FAR);
      map.append(node, svg('text', {x: Number(node.getAttribute('cx')) + 14, y: Number(node.getAttribute('cy')) + 4}, points[at].title));
    } else node.setAttribute('r', points[at].domain === 'films' ? 6.5 : 4.6);
  });
}

function finder(map, dots, points) {
  const list = el('ul', {class: 'options', role: 'listbox', id: uniqueId('titles'), 'aria-label': 'Titles', hidden: true});
  const input = el('input', {type: 'text', id: uniqueId('find'), autocomplete: 'off', maxlength: 200});
  suggest(input, list, ['title'], one => {
    input.value = one.text;
    mark(map, dots, points, one.id);
  });
  return el('div', {class: 'choices search'}, el('label', {for: input.id}, 'Find a title on the map', input), list);
}

export async function mapPart(dense) {
  if (!dense.length) return [el('p', {}, 'No model of this index has vectors.')];
  const {points, shares} = await get('map', {model: dense[0]});
  const shown = commonest(points);
  const {map, dots} = draw(points, shown);
  mark(map, dots, points, 'dracula');
  const share = Math.round(100 * (shares[0] + shares[1]));
  return [
    el('p', {class: 'muted'}, `The vectors of ${dense[0]} at unit length on their two principal components, which carry ${share} % of the variance. The model never saw a subject: it learned only who took what. Small dots are books, large ones films.`),
    finder(map, dots, points), legend(points, shown, dots), map,
  ];
}
