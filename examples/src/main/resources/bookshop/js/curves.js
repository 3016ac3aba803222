// The normalisers of each profile, drawn.
import {get} from './api.js';
import {colour} from './bars.js';
import {el, svg} from './dom.js';

const WIDTH = 240;
const HEIGHT = 120;
const MARGIN = 8;
const digits = value => Number(value.toPrecision(3)).toString();

function drawing(signal) {
  const xs = signal.points.map(point => point[0]);
  const [low, high] = [xs[0], xs.at(-1)];
  const x = value => MARGIN + (WIDTH - 2 * MARGIN) * (value - low) / (high - low);
  const y = value => HEIGHT - 18 - (HEIGHT - 30) * value;
  const path = svg('path', {d: 'M' + signal.points.map(([raw, value]) => `${x(raw).toFixed(1)} ${y(value).toFixed(1)}`).join(' L')});
  path.style.stroke = colour(signal.name);
  return svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img',
    'aria-label': `${signal.name}: raw values from ${digits(low)} to ${digits(high)} become 0 to 1`},
  [0, 0.5, 1].map(value => svg('line', {x1: MARGIN, x2: WIDTH - MARGIN, y1: y(value), y2: y(value)})),
  path,
  svg('text', {x: MARGIN, y: HEIGHT - 3}, digits(low)),
  svg('text', {x: WIDTH - MARGIN, y: HEIGHT - 3, 'text-anchor': 'end'}, digits(high)));
}

function curve(signal) {
  return el('figure', {class: 'curve'}, drawing(signal),
      el('figcaption', {}, el('strong', {}, signal.name), `weight ${digits(signal.weight)}, without a value ${digits(signal.missing)}`,
          el('br'), el('code', {}, signal.formula)));
}

export async function curvesPart() {
  const {profiles} = await get('curves');
  const combined = profiles.filter(profile => profile.signals.length > 1);
  const result = el('div', {class: 'curves'});
  const select = el('select', {id: 'curve-profile', onchange: () => show(select.value)},
      combined.map(profile => el('option', {value: profile.name}, profile.name)));
  const show = name => result.replaceChildren(...combined.find(one => one.name === name).signals.map(curve));
  select.value = 'home';
  show('home');
  return [
    el('p', {class: 'muted'}, 'A score is the weighted sum of these functions of raw values. They were fitted when the index was built, so a score never depends on the page or the other hits.'),
    el('div', {class: 'choices'}, el('label', {for: 'curve-profile'}, 'Profile', select)),
    result,
  ];
}
