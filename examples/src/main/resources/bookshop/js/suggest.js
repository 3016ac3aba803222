// A text field that suggests, by the combobox pattern: arrows choose, Enter takes, Escape closes.
import {get} from './api.js';
import {el, uniqueId} from './dom.js';
import {current} from './route.js';

const PAUSE = 90;

/** Gives the field a list; onTake is told the suggestion that was chosen. */
export function suggest(input, list, kinds, onTake) {
  let found = [];
  let at = -1;
  let timer;
  let asked = 0;
  Object.entries({role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id})
      .forEach(([name, value]) => input.setAttribute(name, value));

  function close() {
    asked++;
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(next) {
    at = next;
    [...list.children].forEach((node, i) => node.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) input.setAttribute('aria-activedescendant', list.children[at].id);
    else input.removeAttribute('aria-activedescendant');
  }

  function take(i) {
    const chosen = found[i];
    close();
    onTake(chosen);
  }

  function draw() {
    list.replaceChildren(...found.map((one, i) => el('li', {
      role: 'option', id: uniqueId('option'), 'aria-selected': 'false',
      onmousedown: event => { event.preventDefault(); take(i); },
    }, one.text, el('small', {}, one.kind))));
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(-1);
  }

  async function look() {
    const turn = ++asked;
    const q = input.value.trim();
    if (!q) return close();
    const {suggestions} = await get('suggest', {q, domain: current().domain});
    if (turn !== asked) return;
    found = suggestions.filter(one => kinds.includes(one.kind));
    draw();
  }

  function key(event) {
    if (event.key === 'Escape') return close();
    if (list.hidden) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      mark((at + 1 + step + found.length + 1) % (found.length + 1) - 1);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(at);
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  input.addEventListener('keydown', key);
  input.addEventListener('blur', close);
  return close;
}
