// A form the bot opens: a dialog that keeps the focus until it is sent or left.

import { TYPE } from './controls.js';
import { showDialog } from './dialog.js';
import { append, el, uid } from './dom.js';
import { field } from './fields.js';
import { icon } from './icons.js';
import { markdown } from './markdown.js';

/**
 * Shows a modal.
 * @param {{custom_id: string, title: string, components: Object[]}} modal Discord's
 * @param {Object} ctx as for messages
 * @param {function(Object[], Object[]): Promise} submit sends Discord's submitted components and
 *   the files; what it rejects with is shown and the form stays.
 */
export function openModal(modal, ctx, submit) {
  const titleId = uid('title');
  const fields = [];
  const body = el('div', { class: 'dialog-body' }, modal.components.map((part) => row(part, fields, ctx)));
  const problem = el('p', { class: 'refusal', role: 'alert' });
  const send = el('button', { type: 'submit', class: 'button b-primary' }, 'Envoyer');
  const close = () => dialog.close();
  const form = el('form', { novalidate: true, method: 'dialog' },
    el('header', { class: 'dialog-head' },
      el('div', {}, el('h2', { id: titleId }, modal.title), el('p', { class: 'dialog-from' }, `Formulaire de ${ctx.store.botName}`)),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Fermer', on: { click: close } }, icon('close'))),
    body, problem,
    el('footer', { class: 'dialog-foot' }, el('button', { type: 'button', class: 'button b-plain', on: { click: close } }, 'Annuler'), send));
  const dialog = el('dialog', { class: 'dialog form-dialog', 'aria-labelledby': titleId }, form);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (send.disabled || !valid(fields)) return;
    send.disabled = true;
    send.setAttribute('aria-busy', 'true');
    problem.replaceChildren();
    try {
      const files = (await Promise.all(fields.map((each) => each.files?.() ?? []))).flat();
      await submit(modal.components.map((part) => submitted(part, fields)).filter(Boolean), files);
      dialog.close();
    } catch (refusal) {
      append(problem, icon('alert'), refusal.message);
    } finally {
      send.disabled = false;
      send.removeAttribute('aria-busy');
    }
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  showDialog(dialog, fields[0]?.target, ctx.focusComposer);
}

/** One component of the form with its label, its help and the place of its error. */
function row(part, fields, ctx) {
  if (part.type === TYPE.TEXT) return el('div', { class: 'md' }, markdown(part.content, ctx));
  const component = part.type === TYPE.LABEL ? part.component : part.components?.[0];
  const label = part.type === TYPE.LABEL ? part.label : component?.label;
  const built = component ? field(component, ctx.store, label) : null;
  if (!built) return el('p', { class: 'unknown' }, `Champ de type ${component?.type ?? part.type} non affiché.`);
  const error = el('p', { class: 'field-error', id: uid('error') });
  const help = part.description ? el('p', { class: 'field-help', id: uid('help') }, part.description) : null;
  built.target?.setAttribute('aria-describedby', [help?.id, error.id].filter(Boolean).join(' '));
  fields.push({ ...built, component, error });
  const required = component.required !== false && component.type !== TYPE.CHECKBOX;
  if (required) built.target?.setAttribute('aria-required', 'true');
  const text = el('label', { class: 'field-label', for: built.target?.id }, label, required ? el('span', { class: 'required', title: 'obligatoire', 'aria-hidden': 'true' }, ' *') : null);
  return el('div', { class: 'form-row' }, built.labelled ? null : text, help, built.node, error);
}

/** Checks every field, shows what is wrong, and puts the focus on the first that is. */
function valid(fields) {
  let first = null;
  for (const each of fields) {
    const wrong = each.check();
    each.error.textContent = wrong;
    each.target?.setAttribute('aria-invalid', String(Boolean(wrong)));
    if (wrong) first ??= each;
  }
  first?.target?.focus();
  return !first;
}

/** A component of the form in the shape Discord submits. */
function submitted(part, fields) {
  if (part.type === TYPE.TEXT) return { type: TYPE.TEXT, id: part.id ?? 0 };
  const component = part.type === TYPE.LABEL ? part.component : part.components?.[0];
  const found = fields.find((each) => each.component === component);
  if (!component || !found) return null;
  const value = { type: component.type, id: component.id ?? 0, custom_id: component.custom_id, ...found.read() };
  return part.type === TYPE.LABEL
    ? { type: TYPE.LABEL, id: part.id ?? 0, component: value }
    : { type: TYPE.ROW, id: part.id ?? 0, components: [value] };
}
