// Who is reading, and what they do.
import {get, post} from './api.js';
import {byId, el, say} from './dom.js';

const KEY = 'reader';
const FIRST = 'reader-gothic';

export const reader = () => byId('reader').value;

/** Changes with every visit: chance, where a ranking leaves something to it, does not while one lasts. */
export const visit = 1 + Math.floor(Math.random() * 999_999);

function option(id) {
  return el('option', {value: id}, id.replace(/^reader-/, 'reader: ').replace(/^guest-/, 'visitor: '));
}

function choose(id) {
  const select = byId('reader');
  if (![...select.options].some(one => one.value === id)) select.prepend(option(id));
  select.value = id;
  sessionStorage.setItem(KEY, id);
}

/** Lists the readers; onChange is told when another one is chosen. */
export async function start(onChange) {
  const known = (await get('readers')).readers;
  byId('reader').replaceChildren(...known.map(option));
  choose(sessionStorage.getItem(KEY) ?? (known.includes(FIRST) ? FIRST : known[0]));
  byId('reader').addEventListener('change', event => {
    choose(event.target.value);
    onChange();
  });
  byId('newcomer').addEventListener('click', async () => {
    choose((await post('newcomer')).id);
    say('A new reader, of whom nothing is known yet.');
    onChange();
  });
}

const DONE = {view: 'you opened', like: 'you liked', unlike: 'not for you:'};

/** Tells the shop what the reader did; resolves once it is on the disk. */
export async function tell(type, item, title, requestId) {
  const receipt = await post('events', {
    user: reader(), item, type, event_id: crypto.randomUUID(), request_id: requestId ?? '',
  });
  say(`Noted: ${DONE[type]} ${title}. On the disk after ${receipt.took_ms} ms.`);
  return receipt;
}

/** Those who did something, in words. */
export async function summary() {
  const state = await get('reader', {user: reader()});
  const who = state.simulated ? 'A simulated reader' : 'A visitor';
  if (!state.events) return `${who} of whom nothing is known: here is what is popular. Open or like something.`;
  const titles = [...new Set(state.latest.map(event => event.title))].slice(0, 4).join(', ');
  return `${who} with ${state.events} events; the latest: ${titles}.`;
}
