// The question on screen, as code.
import {el, say, uniqueId} from './dom.js';

const TABS = [['java', 'Java'], ['cli', 'Command line'], ['opensearch', 'OpenSearch']];

function select(tabs, panel, code, wanted) {
  for (const tab of tabs) {
    const chosen = tab.dataset.kind === wanted;
    tab.setAttribute('aria-selected', String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) panel.setAttribute('aria-labelledby', tab.id);
  }
  panel.textContent = code[wanted];
}

function move(event, tabs) {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (!step) return;
  event.preventDefault();
  const next = tabs.at((tabs.indexOf(event.target) + step) % tabs.length);
  next.focus();
  next.click();
}

export function codePanel(code) {
  const panel = el('pre', {role: 'tabpanel', id: uniqueId('code'), tabindex: 0});
  const tabs = TABS.map(([kind, name]) => el('button', {
    type: 'button', role: 'tab', id: uniqueId('tab'), 'aria-controls': panel.id, 'data-kind': kind,
    onclick: () => select(tabs, panel, code, kind),
    onkeydown: event => move(event, tabs),
  }, name));
  const copy = el('button', {
    type: 'button', class: 'quiet copy',
    async onclick() {
      await navigator.clipboard.writeText(panel.textContent);
      say('Copied.');
    },
  }, 'Copy');
  select(tabs, panel, code, 'java');
  return el('section', {'aria-labelledby': 'code-title'},
      el('h2', {id: 'code-title'}, 'Ask the same yourself'),
      el('div', {class: 'code'},
          el('div', {class: 'tabs'},
              el('div', {role: 'tablist', 'aria-label': 'Ways to ask'}, tabs), copy),
          panel));
}
