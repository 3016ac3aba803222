// Like, and not for me.
import {el} from './dom.js';
import {tell} from './readers.js';

/** Buttons that tell the shop what the reader thinks, then call after. */
export function opinion(id, title, held, requestId, after) {
  const button = (type, text) => el('button', {
    type: 'button', class: 'quiet', 'aria-pressed': String(held === type),
    'aria-label': `${text}: ${title}`, 'data-type': type,
    async onclick() {
      await tell(type, id, title, requestId);
      after(type);
    },
  }, text);
  return [button('like', 'Like'), button('unlike', 'Not for me')];
}
