// A typographic cover for every item: colours by its first subject, the pattern by its title.
import {svg} from './dom.js';

// Ground, type, ornament.
const PALETTE = [
  ['#1d3b53', '#f6efe2', '#e3a857'], ['#7a2331', '#fbeee0', '#e9b7a0'], ['#2f5d50', '#f4f1e4', '#cfe0a8'],
  ['#e2b33c', '#24201a', '#a5431f'], ['#3a2f5b', '#f3ecff', '#f0a35e'], ['#c9d6d0', '#16302a', '#d0573a'],
  ['#d2603a', '#fff4e8', '#3b1f1a'], ['#12343b', '#e9f5f2', '#e07a5f'], ['#f0e6d2', '#2b2a28', '#33658a'],
  ['#55304f', '#fdeff4', '#d8a8c8'], ['#44603f', '#fbf6e6', '#e8c468'], ['#26262b', '#f2f2f0', '#c8553d'],
];
const LIGHT = new Set(['#e2b33c', '#c9d6d0', '#f0e6d2', '#d2603a']);
const WIDTH = 120;
const HEIGHT = 180;

function hash(text) {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 16777619);
  return value >>> 0;
}

function wrapped(text, width) {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = (lines.at(-1) + ' ' + word).trim();
    if (line.length <= width || !lines.at(-1)) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}

function titleLines(title) {
  const longest = Math.max(...title.split(/\s+/).map(word => word.length));
  const size = Math.min(18, Math.max(8.5, 165 / Math.max(longest, 8), 0), title.length > 40 ? 12.5 : 18);
  const lines = wrapped(title, Math.floor(100 / (size * 0.54)));
  return {size, lines: lines.length > 6 ? [...lines.slice(0, 5), lines[5] + ' …'] : lines};
}

function texts(lines, x, y, size, attributes) {
  return lines.map((line, i) => svg('text', {x, y: y + i * size * 1.16, 'font-size': size, ...attributes}, line));
}

const rect = (x, y, width, height, fill) => svg('rect', {x, y, width, height, fill});
const circle = (cx, cy, r, fill) => svg('circle', {cx, cy, r, fill});

/** Ornaments in the lower part; each takes its variation from the seed. */
const PATTERNS = [
  (colour, seed) => [circle(60 + seed % 30 - 15, 122, 26 + seed % 14, colour)],
  (colour, seed) => Array.from({length: 5}, (_, i) => rect(0, 98 + i * 11, WIDTH, 2 + (seed >> i) % 6, colour)),
  (colour, seed) => Array.from({length: 7}, (_, i) => rect(10 + i * 15, 100 + (seed >> (2 * i)) % 40, 9, 54 - (seed >> (2 * i)) % 40, colour)),
  (colour, seed) => [svg('path', {fill: colour, d: `M0 ${104 + seed % 24} L60 ${92 + seed % 12} L120 ${112 + seed % 20} V152 H0 Z`})],
  (colour, seed) => Array.from({length: 4}, (_, i) => svg('circle', {cx: 60, cy: 122, r: 9 + i * 9 + seed % 4, fill: 'none', stroke: colour, 'stroke-width': 2.5})),
  (colour, seed) => Array.from({length: 12}, (_, i) => circle(15 + (i % 4) * 30, 102 + Math.floor(i / 4) * 20, 3 + (seed >> i) % 6, colour)),
];

/** Those that are made of circles. */
const ROUND = new Set([0, 4, 5]);

/** Where ornaments begin and end. */
const [HIGHEST, LOWEST] = [82, 156];

/** A long title pushes the ornament down: round ones get smaller, others lower. */
function below(title, ornament, round) {
  const room = (LOWEST - Math.max(title + 5, HIGHEST)) / (LOWEST - HIGHEST);
  return svg('g', {transform: `translate(${WIDTH / 2} ${LOWEST}) scale(${round ? room : 1} ${room}) translate(${-WIDTH / 2} ${-LOWEST})`}, ornament);
}

function reel(colour) {
  return Array.from({length: 12}, (_, i) => [rect(3, 5 + i * 15, 5, 8, colour), rect(112, 5 + i * 15, 5, 8, colour)]).flat();
}

/** The second subject's colour, or its ornament where the two subjects look alike. */
function ornamentOf(subject, ground) {
  const [colour, , ornament] = PALETTE[hash(subject) % PALETTE.length];
  return LIGHT.has(colour) !== LIGHT.has(ground) ? colour : ornament;
}

/** Decoration only: title and author stand beside it as text. */
export function cover(fields) {
  const [first, second = first] = [fields.subjects ?? 'none'].flat();
  const [ground, ink] = PALETTE[hash(first) % PALETTE.length];
  const ornament = ornamentOf(second, ground);
  const seed = hash(fields.title);
  const pattern = seed % PATTERNS.length;
  const film = fields.domain === 'films';
  const {size, lines} = titleLines(fields.title);
  const type = {fill: ink, 'font-family': 'var(--serif)', 'font-weight': 700};
  return svg('svg', {class: 'cover', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false'},
      rect(0, 0, WIDTH, HEIGHT, ground),
      below(14 + size * (1.16 * lines.length - 0.1), PATTERNS[pattern](ornament, seed >>> 3), ROUND.has(pattern)),
      film ? reel(ink) : rect(0, 0, 3.5, HEIGHT, 'rgb(0 0 0 / .22)'),
      texts(lines, film ? 14 : 11, 14 + size, size, type),
      texts(wrapped([fields.author ?? []].flat().join(', '), 22).slice(0, 1), film ? 14 : 11, 170, 8.2,
          {fill: ink, 'font-family': 'var(--sans)', 'letter-spacing': '.03em'}));
}
