// A ranked list, and what stands below it.
import {bars, reasons, shared, table, tree} from './bars.js';
import {codePanel} from './code.js';
import {cover} from './cover.js';
import {el} from './dom.js';
import {opinion} from './opinion.js';
import {itemLink, link} from './route.js';
import {ask as askWhy, whyNot} from './why.js';

const SIZE = 12;

export const year = published => (published < 0 ? `${-published} BC` : String(published));

export function facts(fields) {
  const length = fields.pages ? `${fields.pages}\u00a0pages` : fields.minutes && `${fields.minutes}\u00a0minutes`;
  return [[fields.author ?? []].flat().join(', '), fields.published != null && year(fields.published), length, [fields.series ?? []].flat().join()]
      .filter(Boolean).join(' · ');
}

function sum(item) {
  const whole = el('button', {type: 'button', class: 'link', async onclick() {
    const why = await askWhy(item.id);
    whole.replaceWith(el('div', {class: 'tree', tabindex: 0, role: 'group', 'aria-label': 'The whole calculation'},
        el('ul', {}, tree(why.explanation))));
  }}, 'The whole calculation');
  return el('details', {class: 'sum'}, el('summary', {}, 'How the score adds up'),
      table(item.score, item.contributions), whole);
}

/** How likely the item was shown at its place, where it is a matter of chance. */
function chance(item) {
  if (item.propensity === 1) return '';
  const error = item.propensity_error ? ` ± ${(100 * item.propensity_error).toFixed(1)}` : '';
  return el('p', {class: 'chance'}, `Here by chance: ${(100 * item.propensity).toFixed(1)}${error} %`);
}

function hit(item, most, answer, known, changed) {
  const fields = item.fields;
  const fresh = known && !known.has(item.id);
  return el('li', {class: 'hit' + (fresh ? ' fresh' : ''), 'data-id': item.id},
      cover(fields),
      el('div', {class: 'body'},
          el('h3', {}, el('a', {href: itemLink(item.id), 'data-request': answer.request_id}, fields.title)),
          el('p', {class: 'what'}, facts(fields)),
          el('p', {class: 'about'}, fields.description ?? ''),
          bars(item.score, item.contributions, most),
          reasons(item.contributions, answer.items),
          chance(item),
          el('div', {class: 'acts'}, opinion(item.id, fields.title, null, answer.request_id, changed)),
          sum(item)));
}

/** The items; those not known before are marked. */
export function hits(answer, {known, changed}) {
  if (!answer.items.length) return el('p', {}, 'Nothing was found. Take a filter away, or try other words.');
  const most = Math.max(...answer.items.map(item => item.score), 1e-9);
  return el('div', {class: 'list'}, shared(answer.items), el('ol', {class: 'hits'}, answer.items.map(item => hit(item, most, answer, known, changed))));
}

function pages(route, answer) {
  const from = Number(route.from || 0);
  return el('nav', {class: 'pages', 'aria-label': 'Pages'},
      from > 0 ? el('a', {href: link({from: String(Math.max(0, from - SIZE))})}, 'Previous page') : '',
      from + SIZE < Math.min(answer.total, 400) && answer.items.length
        ? el('a', {href: link({from: String(from + SIZE)})}, 'Next page') : '');
}

/** Timing, counts and versions. */
export function foot(answer) {
  return el('p', {class: 'foot'},
      `${answer.items.length} of ${answer.total} candidates. Ranked in ${answer.took_ms} ms, here after ` +
      `${Math.round(answer.whole_ms)} ms. Profile ${answer.profile}, ${Object.keys(answer.models).length} models.`);
}

export function below(route, answer) {
  return [pages(route, answer), foot(answer), whyNot(), codePanel(answer.code)];
}
