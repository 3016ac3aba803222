// The report of how well the models do.
import {post} from './api.js';
import {el, say} from './dom.js';

const report = () => el('p', {}, el('a', {href: '/insight/evaluation', id: 'report'}, 'Open the report'),
    ': metrics with intervals, accuracy against coverage, and which items each model shows.');

export function evaluationPart(index) {
  const result = el('div', {'aria-live': 'polite'}, index.evaluated ? report() : '');
  const button = el('button', {type: 'button', class: 'quiet', id: 'evaluate', async onclick() {
    button.disabled = true;
    result.replaceChildren(el('p', {class: 'muted'}, 'Training on the earlier nine tenths of the events, and looking for the rest …'));
    try {
      await post('evaluation');
      result.replaceChildren(report());
      say('The models are evaluated.');
    } catch (failure) {
      result.replaceChildren(el('p', {class: 'fault', role: 'alert'}, failure.message));
    } finally {
      button.disabled = false;
    }
  }}, index.evaluated ? 'Evaluate again' : 'Evaluate the models');
  return [
    el('p', {class: 'muted'}, 'How well does each model find what the simulated readers took later? Answered through the query that serves, as by kindred evaluate --report.'),
    el('div', {class: 'choices'}, button),
    result,
  ];
}
