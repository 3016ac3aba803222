// Where we are: everything but the reader is in the address, so that it can be kept and shared.
const EMPTY = {
  view: 'home', id: '', q: '', domain: 'books', subject: [], language: '', since: '', until: '',
  profile: '', diversity: '', from: '',
};
const FIELDS = ['q', 'language', 'since', 'until', 'profile', 'diversity', 'from'];

export function current() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, id] = path.split('/');
  const given = new URLSearchParams(query ?? '');
  const route = {...EMPTY, subject: given.getAll('subject')};
  route.view = ['search', 'item'].includes(view) ? view : 'home';
  route.id = decodeURIComponent(id ?? '');
  for (const name of FIELDS) route[name] = given.get(name) ?? '';
  route.domain = {films: 'films', both: ''}[given.get('domain')] ?? 'books';
  return route;
}

function written(route) {
  const query = new URLSearchParams();
  for (const name of FIELDS) if (route[name]) query.set(name, route[name]);
  route.subject.forEach(subject => query.append('subject', subject));
  if (route.domain !== 'books') query.set('domain', route.domain || 'both');
  const path = route.view === 'item' ? 'item/' + encodeURIComponent(route.id)
      : route.view === 'search' ? 'search' : '';
  return '#/' + path + (query.size ? '?' + query : '');
}

/** The address of the current place with changes; the first page of what has changed. */
export const link = changes => written({...current(), from: '', ...changes});

export const searchFor = q => link({
  view: 'search', q, id: '', subject: [], language: '', since: '', until: '', profile: '',
});

export const itemLink = id => link({
  view: 'item', id, q: '', subject: [], language: '', since: '', until: '', profile: '',
});

export function go(address) {
  if (location.hash === address) dispatchEvent(new HashChangeEvent('hashchange'));
  else location.hash = address;
}
