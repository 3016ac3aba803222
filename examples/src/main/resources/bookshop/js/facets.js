// What the list is made of, and ways to narrow it.
import {byId, el} from './dom.js';
import {go, link} from './route.js';

const languages = new Intl.DisplayNames('en', {type: 'language'});
const OLD = {grc: 'Ancient Greek', enm: 'Middle English', ang: 'Old English', non: 'Old Norse', fro: 'Old French', akk: 'Akkadian'};

function language(code) {
  try {
    return OLD[code] ?? languages.of(code);
  } catch {
    return code;
  }
}

function choice(type, group, text, count, checked, onchange) {
  return el('label', {}, el('input', {type, name: group, checked, onchange}),
      el('span', {}, text), count == null ? '' : el('span', {class: 'count'}, count));
}

function group(title, choices) {
  return el('fieldset', {class: 'group'}, el('legend', {}, title), choices);
}

function subjects(route, found) {
  const chosen = route.subject.filter(one => !found.some(facet => facet.value === one))
      .map(value => ({value, count: 0}));
  return group('Subject', [...chosen, ...found].map(facet => {
    const on = route.subject.includes(facet.value);
    const next = on ? route.subject.filter(one => one !== facet.value) : [...route.subject, facet.value];
    return choice('checkbox', 'subject', facet.value, facet.count, on, () => go(link({subject: next})));
  }));
}

function languagesOf(route, found) {
  return group('Language', found.map(facet => {
    const on = route.language === facet.value;
    return choice('checkbox', 'language', language(facet.value), facet.count, on,
        () => go(link({language: on ? '' : facet.value})));
  }));
}

function eras(route, found) {
  return group('Published', found.map(facet => {
    const on = route.since === String(facet.since) && route.until === String(facet.until);
    return choice('checkbox', 'era', facet.value, facet.count, on,
        () => go(link(on ? {since: '', until: ''} : {since: String(facet.since), until: String(facet.until)})));
  }));
}

const narrowed = route => route.subject.length || route.language || route.since || route.until;

export function drawFacets(route, facets) {
  const focused = document.activeElement?.closest?.('#facets') && document.activeElement.parentElement.textContent;
  byId('facets').replaceChildren(...[
    narrowed(route) ? el('button', {type: 'button', class: 'link', onclick: () => go(link({
      subject: [], language: '', since: '', until: ''}))}, 'Clear all filters') : null,
    subjects(route, facets.subject), eras(route, facets.era), languagesOf(route, facets.language),
  ].filter(Boolean));
  refocus(focused);
}

/** The list is drawn anew; whoever works with the keyboard stays where they were. */
function refocus(text) {
  if (!text) return;
  const name = text.replace(/\d+$/, '');
  const again = [...byId('facets').querySelectorAll('label')]
      .find(label => label.textContent.replace(/\d+$/, '') === name);
  again?.querySelector('input').focus();
}
