// Buttons and selects of messages; selects serve the forms too.

import { channelItems, roleItems, userItems } from './avatars.js';
import { append, el, fill } from './dom.js';
import { icon } from './icons.js';
import { pick } from './picker.js';

export const TYPE = {
  ROW: 1, BUTTON: 2, STRING_SELECT: 3, TEXT_INPUT: 4, USER_SELECT: 5, ROLE_SELECT: 6, MENTIONABLE_SELECT: 7,
  CHANNEL_SELECT: 8, SECTION: 9, TEXT: 10, THUMBNAIL: 11, GALLERY: 12, FILE: 13, SEPARATOR: 14,
  CONTAINER: 17, LABEL: 18, FILE_UPLOAD: 19, RADIO_GROUP: 21, CHECKBOX_GROUP: 22, CHECKBOX: 23,
};

const STYLES = { 1: 'b-primary', 2: 'b-secondary', 3: 'b-success', 4: 'b-danger', 5: 'b-link', 6: 'b-primary' };

/** An action row: buttons side by side, or one select. */
export function actionRow(row, message, ctx) {
  return el('div', { class: 'action-row' }, row.components.map((component) => control(component, message, ctx)));
}

/** A button or a select of a message, wired to `ctx.press`. */
export function control(component, message, ctx) {
  if (component.type === TYPE.BUTTON) return button(component, message, ctx);
  return select(component, ctx.store, (values, node) => press(node, component, message, ctx, values)).node;
}

function button(component, message, ctx) {
  const label = [component.emoji?.name ? `${component.emoji.name} ` : null, component.label ?? ''];
  if (component.url) {
    return el('a', { class: 'button b-link', href: safeHref(component.url), target: '_blank', rel: 'noopener noreferrer' }, label, icon('external'));
  }
  const node = el('button', {
    type: 'button', class: `button ${STYLES[component.style] ?? 'b-secondary'}`, disabled: component.disabled,
    dataset: { customId: component.custom_id ?? '' },
    'aria-label': component.label ? null : component.emoji?.name,
  }, el('span', { class: 'button-label' }, label));
  node.addEventListener('click', () => press(node, component, message, ctx));
  return node;
}

const safeHref = (url) => (/^(https?|discord):\/\//.test(url) ? url : null);

/** Sends a press; the control says that it is busy, then what went wrong if anything did. */
async function press(node, component, message, ctx, values) {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  const row = node.closest('.action-row, .section') ?? node.parentElement;
  row.nextElementSibling?.matches('.refusal') && row.nextElementSibling.remove();
  try {
    await ctx.press(message, component, values);
  } catch (refusal) {
    row.after(el('p', { class: 'refusal', role: 'alert' }, icon('alert'), refusal.message));
  } finally {
    node.removeAttribute('aria-busy');
  }
}

const ENTITY_ITEMS = {
  [TYPE.USER_SELECT]: (store) => userItems(store),
  [TYPE.ROLE_SELECT]: (store) => roleItems(store),
  [TYPE.MENTIONABLE_SELECT]: (store) => [...userItems(store), ...roleItems(store)],
  [TYPE.CHANNEL_SELECT]: (store, component) => channelItems(store, component.channel_types),
};

function selectItems(component, store) {
  if (component.type === TYPE.STRING_SELECT) {
    return (component.options ?? []).map((option) => ({
      value: option.value, label: option.label, description: option.description, selected: Boolean(option.default),
      lead: option.emoji?.name ? el('span', {}, option.emoji.name) : null,
    }));
  }
  const defaults = new Set((component.default_values ?? []).map((value) => String(value.id)));
  return ENTITY_ITEMS[component.type](store, component).map((item) => ({ ...item, selected: defaults.has(item.value) }));
}

/**
 * A select of any kind.
 * @param {Object} component Discord's select
 * @param {function(string[], HTMLElement)} [onChange]
 * @returns {{node: HTMLElement, values: string[]}} `values` follows what is chosen
 */
export function select(component, store, onChange) {
  const state = { node: null, values: [] };
  const text = el('span', { class: 'select-text' });
  const placeholder = component.placeholder || 'Faites un choix';
  const node = el('button', {
    type: 'button', class: 'select', disabled: component.disabled, 'aria-haspopup': 'listbox', dataset: { customId: component.custom_id },
  }, text, icon('chevron'));
  let items = selectItems(component, store);

  const show = () => {
    const chosen = items.filter((item) => state.values.includes(item.value));
    fill(text, chosen.length ? chosen.map((item) => el('span', { class: 'chip' }, item.label)) : placeholder);
    text.classList.toggle('placeholder', !chosen.length);
  };
  node.addEventListener('click', async () => {
    items = selectItems(component, store).map((item) => ({ ...item, selected: state.values.includes(item.value) }));
    const max = Math.min(component.max_values ?? 1, Math.max(items.length, 1));
    const chosen = await pick({ anchor: node, label: placeholder, items, min: component.min_values ?? 1, max });
    if (!chosen) return;
    state.values = chosen.map((item) => item.value);
    show();
    onChange?.(state.values, node);
  });
  state.values = items.filter((item) => item.selected).map((item) => item.value);
  state.node = append(node);
  show();
  return state;
}
