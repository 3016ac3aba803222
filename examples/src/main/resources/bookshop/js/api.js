// Asks the shop.
async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error);
  return body;
}

/** Values that are empty are left out; a list is repeated. */
export function query(parameters) {
  const pairs = Object.entries(parameters)
      .flatMap(([name, value]) => [value].flat().map(one => [name, one]))
      .filter(([, value]) => value != null && value !== '');
  return new URLSearchParams(pairs).toString();
}

export async function get(path, parameters = {}) {
  const written = query(parameters);
  return answer(await fetch('/api/' + path + (written ? '?' + written : '')));
}

export async function post(path, body = {}) {
  return answer(await fetch('/api/' + path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-Kindred': 'page'},
    body: JSON.stringify(body),
  }));
}
