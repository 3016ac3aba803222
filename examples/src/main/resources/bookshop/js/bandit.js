// What the bandit believes, and what learning it has cost.
import {get, post} from './api.js';
import {decimal, el, say, svg} from './dom.js';

const COUNT = 200;
const AT_ONCE = 50;
const WIDTH = 440;
const HEIGHT = 220;
const MARGIN = {left: 46, right: 12, top: 12, bottom: 30};
const percent = share => `${(100 * share).toFixed(1)} %`;

/** The interval as a line, what is believed as a dot, the truth as a ring. */
function interval(arm, most) {
  const x = share => `${100 * share / most}%`;
  return svg('svg', {class: 'interval', height: 16, 'aria-hidden': 'true', focusable: 'false'},
      svg('line', {x1: x(arm.low), x2: x(arm.high), y1: 8, y2: 8}),
      svg('circle', {class: 'truth', cx: x(arm.chance), cy: 8, r: 5}),
      svg('circle', {cx: x(arm.mean), cy: 8, r: 3.5}));
}

function row(arm, most) {
  return el('tr', {}, el('th', {scope: 'row'}, el('a', {href: '/#/item/' + encodeURIComponent(arm.id)}, arm.title)),
      el('td', {class: 'number'}, arm.shown), el('td', {class: 'number'}, percent(arm.mean)),
      el('td', {class: 'number whole'}, `${percent(arm.low)} – ${percent(arm.high)}`),
      el('td', {class: 'number'}, percent(arm.chance)), el('td', {class: 'drawn'}, interval(arm, most)));
}

function table(answer) {
  const most = Math.max(...answer.arms.flatMap(arm => [arm.high, arm.chance]));
  const heads = [['Title', ''], ['Shown', 'number'], ['Opened', 'number'], ['95 % interval', 'number'], ['True chance', 'number'], ['', '']];
  return el('div', {class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'What the bandit believes'},
      el('table', {class: 'arms'}, el('thead', {}, el('tr', {}, heads.map(([text, kind]) => el(text ? 'th' : 'td', {class: kind, scope: text ? 'col' : null}, text)))),
          el('tbody', {}, answer.arms.map(arm => row(arm, most)))));
}

function curve(points, name, x, y) {
  return svg('path', {class: name, d: 'M' + [{visit: 0, [name]: 0}, ...points].map(one => `${x(one.visit).toFixed(1)} ${y(one[name]).toFixed(1)}`).join(' L')});
}

function chart({regrets, visits}) {
  const most = Math.max(...regrets.flatMap(one => [one.explored, one.by_score]), 1);
  const x = visit => MARGIN.left + (WIDTH - MARGIN.left - MARGIN.right) * visit / visits;
  const y = value => HEIGHT - MARGIN.bottom - (HEIGHT - MARGIN.top - MARGIN.bottom) * value / most;
  const last = regrets.at(-1);
  return el('figure', {class: 'regret'},
      svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img',
        'aria-label': `Regret after ${visits} newcomers: ${decimal(last.explored, 0)} by exploring, ${decimal(last.by_score, 0)} by score`},
      [0, 0.5, 1].map(share => [
        svg('line', {x1: MARGIN.left, x2: WIDTH - MARGIN.right, y1: y(most * share), y2: y(most * share)}),
        svg('text', {x: MARGIN.left - 6, y: y(most * share) + 4, 'text-anchor': 'end'}, decimal(most * share, 0)),
      ]),
      svg('text', {x: MARGIN.left, y: HEIGHT - 8}, '0'),
      svg('text', {x: WIDTH - MARGIN.right, y: HEIGHT - 8, 'text-anchor': 'end'}, `${visits} newcomers`),
      curve(regrets, 'by_score', x, y), curve(regrets, 'explored', x, y)),
      el('figcaption', {}, el('span', {class: 'key explored'}, `as the bandit arranged: ${decimal(last.explored, 1)} lost`),
          el('span', {class: 'key by_score'}, `by score alone: ${decimal(last.by_score, 1)}`)));
}

function drawn(answer) {
  if (!answer.shown) return [el('p', {class: 'muted'}, 'It has learned nothing yet. Let newcomers in, or choose the profile discover in the shop and open something.')];
  return [
    answer.visits ? chart(answer) : '',
    el('p', {class: 'muted'}, `${answer.titles} titles were shown ${answer.shown} times. The dot is what is believed, the line its interval, the ring the truth about newcomers. Readers of whom more is known teach it too, so a dot may stay beside its ring.`),
    table(answer),
  ].filter(Boolean);
}

export async function banditPart() {
  const result = el('div', {class: 'learned', 'aria-live': 'polite'});
  const show = answer => {
    result.replaceChildren(...drawn(answer));
    result.dataset.visits = answer.visits;
  };
  const button = el('button', {type: 'button', class: 'quiet', id: 'newcomers', async onclick() {
    button.disabled = true;
    try {
      for (let come = 0; come < COUNT; come += AT_ONCE) show(await post('newcomers', {count: String(AT_ONCE)}));
      say(`${COUNT} newcomers have been here.`);
    } catch (failure) {
      say(failure.message);
    } finally {
      button.disabled = false;
    }
  }}, `Let ${COUNT} simulated newcomers in`);
  show(await get('bandit'));
  return [
    el('p', {class: 'muted'}, 'The profile discover orders the best twenty by Thompson sampling: a draw from what it believes of each title. Simulated newcomers have tastes that the shop does not know and each looks at ten books, so the true chances are known; regret is how many titles fewer were opened than of the best ten.'),
    el('div', {class: 'choices'}, button),
    result,
  ];
}
