// How the list is ranked.
import {get} from './api.js';
import {byId, el} from './dom.js';
import {current, go, link} from './route.js';

const SAID = {
  '': 'what fits the list', home: 'home: for a reader', search: 'search: by words',
  similar: 'similar: like an item', als: 'als: taste alone', itemknn: 'itemknn: taken together alone',
  content: 'content: words alone', popularity: 'popularity alone', preference: 'preference: kind alone',
  discover: 'discover: tries things out', next: 'next: after the last one', cart: 'cart: what goes together',
};

function profilePicker(names) {
  return el('label', {class: 'setting'}, el('span', {}, 'Ranking profile'),
      el('select', {id: 'profile', onchange: event => go(link({profile: event.target.value}))},
          ['', ...names].map(name => el('option', {value: name}, SAID[name] ?? name))));
}

function diversitySlider() {
  return el('label', {class: 'setting'}, el('span', {}, 'Variety'),
      el('input', {id: 'diversity', type: 'range', min: 0, max: 1, step: 0.1,
        onchange: event => go(link({diversity: event.target.value === '0' ? '' : event.target.value}))}),
      el('span', {class: 'ends', 'aria-hidden': 'true'}, el('span', {}, 'best first'), el('span', {}, 'most varied')));
}

export async function start() {
  const {profiles} = await get('profiles');
  byId('settings').replaceChildren(diversitySlider(), profilePicker(profiles));
  const wide = matchMedia('(min-width: 50.01rem)');
  const adapt = () => { byId('filters').open = wide.matches; };
  wide.addEventListener('change', adapt);
  adapt();
  byId('domains').addEventListener('change', event => go(link({domain: event.target.value, subject: [], language: '', since: '', until: ''})));
}

/** Shows what the address says. */
export function drawSettings(route = current()) {
  byId('diversity').value = route.diversity || '0';
  byId('diversity').setAttribute('aria-valuetext', `${Math.round(100 * (route.diversity || 0))} percent`);
  byId('profile').value = route.profile;
  byId('domains').querySelectorAll('input').forEach(input => { input.checked = input.value === route.domain; });
  byId('q').value = route.q;
}
