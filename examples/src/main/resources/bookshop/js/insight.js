// The page about the index.
import {get} from './api.js';
import {banditPart} from './bandit.js';
import {byId, el} from './dom.js';
import {curvesPart} from './curves.js';
import {evaluationPart} from './evaluation.js';
import {mapPart} from './map.js';
import {indexPart, nearPart} from './models.js';

const part = (id, nodes) => byId(id).append(...nodes.flat().filter(Boolean));

function failed(id, failure) {
  part(id, [el('p', {class: 'fault', role: 'alert'}, failure.message)]);
}

async function fillPart(id, make) {
  try {
    part(id, await make());
  } catch (failure) {
    failed(id, failure);
  }
}

const index = await get('index');
const dense = index.models.filter(model => model.dense).map(model => model.name);
await Promise.all([
  fillPart('index-part', () => indexPart(index)),
  fillPart('map-part', () => mapPart(dense)),
  fillPart('near-part', () => nearPart(index.models)),
  fillPart('curves-part', () => curvesPart()),
  fillPart('bandit-part', () => banditPart()),
  fillPart('evaluation-part', () => evaluationPart(index)),
]);
byId('main').dataset.drawn = '1';
