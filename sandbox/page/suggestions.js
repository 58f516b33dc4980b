// The panel above the composer: a line of help and a list to choose from.

import { el, fill } from './dom.js';
import { asCombobox, Listbox } from './listbox.js';

export class Suggestions {
  #owner = null;
  #choose = () => {};
  #expanded = new WeakMap();
  #help = el('div', { class: 'panel-help' });
  #error = el('div', { class: 'panel-error', role: 'alert' });

  constructor() {
    this.listbox = new Listbox({ label: 'Suggestions', onPick: (item) => this.#choose(item) });
    this.element = el('div', { class: 'panel', hidden: true }, this.#help, this.#error, this.listbox.element);
    // A press on the help or on the scroll bar must not take the focus from the text.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isListing() {
    return !this.element.hidden && !this.listbox.element.hidden && this.listbox.length > 0;
  }

  /**
   * Shows a list for `input`. It replaces what was shown before.
   * @param {HTMLInputElement|HTMLTextAreaElement|null} input null: nobody's list
   * @param {{items: Item[], onPick: function(Item), active?: number, empty?: string, label?: string}} list
   */
  list(input, { items, onPick, active = 0, empty = '', label = 'Suggestions' }) {
    this.#own(input);
    this.#choose = onPick;
    this.listbox.element.setAttribute('aria-label', label);
    this.listbox.element.hidden = !items.length && !empty;
    this.listbox.element.classList.remove('stale');
    this.listbox.setItems(items, { active, empty });
    this.#refresh();
  }

  /** The list no longer fits what is typed and its successor is on its way: nothing can be picked. */
  stale(input) {
    if (this.#owner !== input) {
      this.list(input, { items: [], onPick: () => {} });
      return;
    }
    this.listbox.element.classList.add('stale');
    this.listbox.setItems(this.listbox.items, { active: -1 });
    this.#refresh();
  }

  /** Closes the list and keeps the help. */
  closeList() {
    this.listbox.setItems([]);
    this.listbox.element.hidden = true;
    this.#refresh();
  }

  help(...children) {
    fill(this.#help, children);
    this.#refresh();
  }

  error(text) {
    this.#error.textContent = text;
    this.#refresh();
  }

  close() {
    fill(this.#help);
    this.#error.textContent = '';
    this.closeList();
    this.#own(null);
  }

  /** Keys of an input that has a list: true if the key was used up. */
  keydown(event) {
    if (!this.isListing || event.isComposing) return false;
    if (this.listbox.steer(event)) return true;
    if (event.key === 'Enter' && !event.shiftKey && this.listbox.active) {
      event.preventDefault();
      return this.listbox.pick();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      this.closeList();
      return true;
    }
    return false;
  }

  #own(input) {
    if (this.#owner === input) return;
    if (this.#owner) {
      this.#expanded.get(this.#owner)(false);
      for (const name of ['role', 'aria-controls', 'aria-autocomplete', 'aria-expanded']) this.#owner.removeAttribute(name);
    }
    this.#owner = input;
    if (input) this.#expanded.set(input, asCombobox(input, this.listbox));
  }

  #refresh() {
    this.element.hidden = !this.#help.hasChildNodes() && !this.#error.textContent && this.listbox.element.hidden;
    if (this.#owner) this.#expanded.get(this.#owner)(this.isListing);
  }
}
