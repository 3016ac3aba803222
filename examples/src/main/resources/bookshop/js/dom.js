// Builds the page from nodes. Every text goes in as text; nothing is ever parsed as markup.
const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter(child => child != null && child !== ''));
  return node;
}

export const byId = id => document.getElementById(id);

export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

let count = 0;
export const uniqueId = prefix => `${prefix}-${++count}`;

/** Tells people who look and people who listen. */
export function say(text) {
  const status = byId('status');
  status.textContent = text;
  clearTimeout(status.timer);
  status.timer = setTimeout(() => { status.textContent = ''; }, 6000);
}

export const decimal = (value, digits = 3) => value.toFixed(digits);
