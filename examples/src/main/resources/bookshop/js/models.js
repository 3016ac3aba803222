// What is stored, the models, and what each thinks near.
import {get} from './api.js';
import {decimal, el, uniqueId} from './dom.js';
import {suggest} from './suggest.js';

const SIZE = 8;
const START = {id: 'dracula', text: 'Dracula'};
const megabytes = bytes => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;
const pairs = object => Object.entries(object).map(([key, value]) => `${key} ${value}`).join(', ');

function figure(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

function modelRow(model) {
  return el('tr', {}, el('th', {scope: 'row'}, model.name), el('td', {}, model.kind),
      el('td', {class: 'number'}, megabytes(model.bytes)),
      el('td', {}, model.fields.map(field => `${field.name} (${field.type}${field.dimension ? ' ' + field.dimension : ''})`).join(', ')),
      el('td', {}, pairs(model.parameters)), el('td', {class: 'whole'}, model.version.slice(0, 10)));
}

export function indexPart(index) {
  const heads = ['Model', 'Kind', 'Size', 'Fields in the index', 'Trained with', 'Version'];
  return [
    el('dl', {class: 'figures'}, figure('Items', index.items), figure('Readers', index.users),
        figure('Items in the index', megabytes(index.bytes_items)), figure('Readers in the index', megabytes(index.bytes_users)),
        figure('Generation', index.generation)),
    el('div', {class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Models'},
        el('table', {}, el('thead', {}, el('tr', {}, heads.map(text => el('th', {scope: 'col', class: text === 'Size' ? 'number' : ''}, text)))),
            el('tbody', {}, index.models.map(modelRow)))),
  ];
}

async function column(model, id) {
  const answer = await get('like', {id, profile: model, size: SIZE});
  return el('div', {}, el('h3', {}, model), answer.items.length
    ? el('ol', {}, answer.items.map(item => el('li', {},
        el('a', {href: '/#/item/' + encodeURIComponent(item.id)}, `${item.fields.title} (${item.fields.published})`),
        el('span', {class: 'number'}, decimal(item.signals[model] ?? 0)))))
    : el('p', {class: 'muted'}, 'It knows nothing near.'));
}

export function nearPart(models) {
  const asked = models.map(model => model.name).filter(name => !['popularity', 'preference'].includes(name));
  const list = el('ul', {class: 'options', role: 'listbox', id: uniqueId('titles'), 'aria-label': 'Titles', hidden: true});
  const input = el('input', {type: 'text', id: uniqueId('near'), value: START.text, autocomplete: 'off', maxlength: 200});
  const result = el('div', {class: 'near', 'aria-live': 'polite'});
  const show = async id => result.replaceChildren(...await Promise.all(asked.map(model => column(model, id))));
  suggest(input, list, ['title'], one => {
    input.value = one.text;
    show(one.id);
  });
  return show(START.id).then(() => [
    el('p', {class: 'muted'}, 'The raw value stands behind each title: it is what the model says before calibration.'),
    el('div', {class: 'choices search'}, el('label', {for: input.id}, 'Near which title?', input), list),
    result,
  ]);
}
