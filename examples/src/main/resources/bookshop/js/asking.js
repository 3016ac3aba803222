// Turns where we are into a question.
import {get} from './api.js';
import {reader, visit} from './readers.js';
import {current} from './route.js';

function narrowing(route) {
  const {domain, subject, language, since, until, profile, diversity, from} = route;
  return {domain, subject, language, since, until, profile, diversity, from};
}

/** What the list on this place asks for. */
export function question(route = current()) {
  const common = {user: reader(), visit, ...narrowing(route)};
  if (route.view === 'search') return {list: 'search', parameters: {q: route.q, ...common}};
  if (route.view === 'item') return {list: 'like', parameters: {id: route.id, ...common}};
  return {list: 'recommend', parameters: common};
}

/** Those who took this item also took. */
export function also(route, size) {
  return {list: 'also', parameters: {id: route.id, user: reader(), domain: route.domain, size}};
}

/** The head of the reader's own list, without filters. */
export function ownList(route, size) {
  return {list: 'recommend', parameters: {user: reader(), domain: route.domain, size}};
}

/** The answer, with how long it took until it was here. */
export async function ask({list, parameters}) {
  const start = performance.now();
  const answer = await get(list, parameters);
  return {...answer, whole_ms: performance.now() - start};
}
