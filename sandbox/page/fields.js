// The fields of a form: each shows one of Discord's components and reads it back as submitted.

import { select, TYPE } from './controls.js';
import { el, fill, uid } from './dom.js';
import { fileSize, integer } from './format.js';
import { icon } from './icons.js';
import { FILE_LIMIT, readBase64 } from './option_field.js';

// What one message of the connection carries, once in base64.
const TOTAL_LIMIT = 14_000_000;

/**
 * @typedef {Object} Field
 * @property {HTMLElement} node
 * @property {HTMLElement} target what a label points at and the focus goes to
 * @property {function(): Object} read the submitted fields ({value} or {values})
 * @property {function(): string} check what is wrong, or ''
 * @property {function(): Promise<Object[]>} [files]
 */

const BUILD = {
  [TYPE.TEXT_INPUT]: textInput,
  [TYPE.STRING_SELECT]: selectField, [TYPE.USER_SELECT]: selectField, [TYPE.ROLE_SELECT]: selectField,
  [TYPE.MENTIONABLE_SELECT]: selectField, [TYPE.CHANNEL_SELECT]: selectField,
  [TYPE.FILE_UPLOAD]: fileField, [TYPE.RADIO_GROUP]: radioGroup,
  [TYPE.CHECKBOX_GROUP]: checkboxGroup, [TYPE.CHECKBOX]: checkbox,
};

/** Builds the field of a component; null for a kind that forms do not have. @returns {Field|null} */
export function field(component, store, label) {
  return BUILD[component.type]?.(component, store, label) ?? null;
}

const isRequired = (component) => component.required !== false;

function textInput(component) {
  const { min_length: min = 0, max_length: max = 4000, placeholder, value } = component;
  const long = component.style === 2;
  const input = el(long ? 'textarea' : 'input', {
    class: 'input', type: long ? null : 'text', rows: long ? '5' : null, placeholder, id: uid('field'), maxlength: max, autocomplete: 'off',
  });
  input.value = value ?? '';
  const counter = el('span', { class: 'counter', 'aria-hidden': 'true' });
  const count = () => { counter.textContent = component.max_length ? `${integer(input.value.length)} sur ${integer(max)}` : ''; };
  input.addEventListener('input', count);
  count();
  return {
    node: el('div', { class: 'input-frame' }, input, counter),
    target: input,
    read: () => ({ value: input.value }),
    check() {
      const { length } = input.value.trim();
      if (!length) return isRequired(component) ? 'Ce champ est obligatoire.' : '';
      return length < min ? `Au moins ${min} caractères.` : '';
    },
  };
}

function selectField(component, store) {
  const optional = !isRequired(component);
  const state = select({ ...component, min_values: optional ? 0 : component.min_values }, store);
  state.node.id = uid('field');
  const min = component.min_values ?? 1;
  return {
    node: state.node,
    target: state.node,
    read: () => ({ values: state.values }),
    check() {
      if (optional && !state.values.length) return '';
      return state.values.length < min ? (min > 1 ? `Au moins ${min} choix.` : 'Ce choix est obligatoire.') : '';
    },
  };
}

function choice(kind, name, option) {
  const input = el('input', { type: kind, name, value: option.value, id: uid('choice') });
  input.checked = Boolean(option.default);
  const text = el('span', { class: 'choice-text' }, option.label, option.description ? el('span', { class: 'choice-description' }, option.description) : null);
  return { input, node: el('label', { class: 'choice', for: input.id }, input, text) };
}

function radioGroup(component, store, label) {
  const name = uid('radio');
  const choices = (component.options ?? []).map((option) => choice('radio', name, option));
  const chosen = () => choices.find(({ input }) => input.checked)?.input.value ?? null;
  return {
    node: el('div', { class: 'choices', role: 'radiogroup', 'aria-label': label }, choices.map(({ node }) => node)),
    target: (choices.find(({ input }) => input.checked) ?? choices[0])?.input,
    read: () => ({ value: chosen() }),
    check: () => (isRequired(component) && chosen() === null ? 'Ce choix est obligatoire.' : ''),
  };
}

function checkboxGroup(component, store, label) {
  const name = uid('check');
  const choices = (component.options ?? []).map((option) => choice('checkbox', name, option));
  const chosen = () => choices.filter(({ input }) => input.checked).map(({ input }) => input.value);
  const { min_values: min = isRequired(component) ? 1 : 0, max_values: max = choices.length } = component;
  return {
    node: el('div', { class: 'choices', role: 'group', 'aria-label': label }, choices.map(({ node }) => node)),
    target: choices[0]?.input,
    read: () => ({ values: chosen() }),
    check() {
      const count = chosen().length;
      if (!count && !isRequired(component)) return '';
      if (count < min) return `Au moins ${min} choix.`;
      return count > max ? `Au plus ${max} choix.` : '';
    },
  };
}

function checkbox(component, store, label) {
  const one = choice('checkbox', uid('check'), { label, value: 'on', default: component.default });
  return { node: one.node, target: one.input, labelled: true, read: () => ({ value: one.input.checked }), check: () => '' };
}

function fileField(component) {
  const { max_values: max = 1 } = component;
  const min = component.min_values ?? (isRequired(component) ? 1 : 0);
  const input = el('input', { type: 'file', class: 'file-native', id: uid('file'), multiple: max > 1 });
  const invitation = max > 1 ? `Choisir des fichiers (${max} au plus), ou les déposer ici` : 'Choisir un fichier, ou le déposer ici';
  const list = el('ul', { class: 'file-list' }, el('li', {}, invitation));
  const named = (file) => el('li', { class: 'file-chosen' }, `${file.name} (${fileSize(file.size)})`);
  input.addEventListener('change', () => fill(list, input.files.length ? [...input.files].map(named) : el('li', {}, invitation)));
  return {
    node: el('div', { class: 'drop' }, icon('upload'), list, input),
    target: input,
    read: () => ({ values: [] }),
    check() {
      const count = input.files.length;
      if (count < min) return count || min > 1 ? `Au moins ${min} fichiers.` : 'Un fichier est demandé.';
      if (count > max) return `Au plus ${max} fichiers.`;
      const heavy = [...input.files].find((file) => file.size > FILE_LIMIT);
      if (heavy) return `« ${heavy.name} » dépasse 10 Mo.`;
      const total = [...input.files].reduce((sum, file) => sum + file.size, 0);
      return total > TOTAL_LIMIT ? `Ces fichiers dépassent ensemble ${fileSize(TOTAL_LIMIT)}.` : '';
    },
    files: () => Promise.all([...input.files].map(async (file) => ({
      name: component.custom_id, filename: file.name, data_base64: await readBase64(file),
    }))),
  };
}
