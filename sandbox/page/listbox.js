// A list of choices steered from an input or a button that keeps the focus (aria-activedescendant).

import { append, el, fill, uid } from './dom.js';
import { plain } from './format.js';

const TYPING = 800;

/**
 * @typedef {Object} Item
 * @property {*} value
 * @property {string} label
 * @property {string} [hint] small text after the label
 * @property {string} [description] a second line
 * @property {Node} [lead] an icon or avatar before the label
 * @property {string} [group] items that follow one another with the same group share a heading
 * @property {boolean} [selected]
 */
export class Listbox {
  #items = [];
  #nodes = [];
  #active = -1;
  #typed = '';
  #typedAt = 0;

  /** @param {{label: string, onPick(Item), onActive(id: string|null)?, multiple?: boolean}} settings */
  constructor({ label, onPick, onActive, multiple = false }) {
    this.onPick = onPick;
    this.onActive = onActive ?? (() => {});
    this.multiple = multiple;
    this.element = el('ul', {
      class: 'listbox', role: 'listbox', id: uid('list'), 'aria-label': label, 'aria-multiselectable': multiple ? 'true' : null,
      // The focus stays where one types.
      on: { mousedown: (event) => event.preventDefault() },
    });
  }

  get length() { return this.#items.length; }
  get items() { return this.#items; }
  get active() { return this.#items[this.#active] ?? null; }
  get activeId() { return this.#nodes[this.#active]?.id ?? null; }

  /** Shows these items; `active` is the index of the one in view (−1: none), `empty` what to say without any. */
  setItems(items, { active = 0, empty = '' } = {}) {
    this.#items = items;
    this.#nodes = items.map((item, i) => this.#node(item, i));
    const rows = [];
    items.forEach((item, i) => {
      if (item.group && item.group !== items[i - 1]?.group) rows.push(el('li', { class: 'list-group', role: 'presentation' }, item.group));
      rows.push(this.#nodes[i]);
    });
    if (!items.length && empty) rows.push(el('li', { class: 'list-empty', role: 'presentation' }, empty));
    fill(this.element, rows);
    this.element.scrollTop = 0;
    this.#activate(Math.min(active, items.length - 1));
  }

  /** Moves the active item, round from the last to the first. */
  move(delta) {
    const count = this.#items.length;
    if (!count) return;
    const from = this.#active < 0 ? (delta > 0 ? -1 : count) : this.#active;
    this.#activate((from + delta + count) % count, true);
  }

  /** Handles ↑ ↓ Home End PageUp PageDown; true if the key was one of them. */
  steer(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!this.#items.length || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key in steps) this.move(steps[event.key]);
    else if (event.key === 'PageDown') this.#activate(Math.min(this.#active + 6, this.#items.length - 1), true);
    else if (event.key === 'PageUp') this.#activate(Math.max(this.#active - 6, 0), true);
    else return false;
    event.preventDefault();
    return true;
  }

  /** Goes to the next item that begins with what is being typed, as a native list does. */
  seek(character) {
    const now = performance.now();
    this.#typed = now - this.#typedAt < TYPING ? this.#typed + plain(character) : plain(character);
    this.#typedAt = now;
    const from = this.#active + (this.#typed.length > 1 ? 0 : 1);
    const order = this.#items.map((_, i) => (from + i + this.#items.length) % this.#items.length);
    const found = order.find((i) => plain(this.#items[i].label).replace(/^[^\p{L}\p{N}]+/u, '').startsWith(this.#typed));
    if (found !== undefined) this.#activate(found, true);
  }

  /** Picks the active item; false where there is none. */
  pick() {
    if (!this.active) return false;
    this.onPick(this.active);
    return true;
  }

  /** Marks which items are selected (for lists of several choices). */
  refreshSelection() {
    this.#items.forEach((item, i) => this.#nodes[i].setAttribute('aria-selected', String(Boolean(item.selected))));
  }

  #node(item, i) {
    const node = el('li', {
      class: 'list-item', role: 'option', id: uid('option'),
      'aria-selected': String(this.multiple ? Boolean(item.selected) : false),
      on: { mousemove: () => this.#activate(i), click: () => { this.#activate(i); this.pick(); } },
    });
    const line = el('span', { class: 'list-line' }, el('span', { class: 'list-label' }, item.label));
    if (item.hint) line.append(' ', el('span', { class: 'list-hint' }, item.hint));
    const text = el('span', { class: 'list-text' }, line);
    if (item.description) text.append(el('span', { class: 'list-description' }, item.description));
    return append(node, item.lead ? el('span', { class: 'list-lead' }, item.lead) : null, text, this.multiple ? el('span', { class: 'list-check', 'aria-hidden': 'true' }) : null);
  }

  #activate(index, scroll = false) {
    this.#nodes[this.#active]?.classList.remove('active');
    if (!this.multiple) this.#nodes[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const node = this.#nodes[index];
    node?.classList.add('active');
    if (!this.multiple) node?.setAttribute('aria-selected', 'true');
    if (scroll) node?.scrollIntoView({ block: 'nearest' });
    this.onActive(node?.id ?? null);
  }
}

/** Sets the ARIA of an input that steers this list; call the result with whether the list is shown. */
export function asCombobox(input, listbox) {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', listbox.element.id);
  input.setAttribute('aria-expanded', 'false');
  let shown = false;
  const point = () => {
    if (shown && listbox.activeId) input.setAttribute('aria-activedescendant', listbox.activeId);
    else input.removeAttribute('aria-activedescendant');
  };
  listbox.onActive = point;
  return (isShown) => {
    shown = isShown;
    input.setAttribute('aria-expanded', String(isShown));
    point();
  };
}
