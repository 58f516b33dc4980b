// A pop-up list to choose one or several things from: what a select opens.

import { el } from './dom.js';
import { plain } from './format.js';
import { asCombobox, Listbox } from './listbox.js';

const SEARCH_FROM = 8;

/**
 * Opens a list beside `anchor`; the focus returns there when it closes.
 * @param {{anchor: HTMLElement, label: string, items: Item[], min?: number, max?: number}} settings
 *   `max` above 1 allows several choices.
 * @returns {Promise<Item[]|null>} what was chosen; null if it was left with Escape or nothing changed
 */
export function pick({ anchor, label, items, min = 1, max = 1 }) {
  return new Promise((resolve) => {
    const several = max > 1;
    const chosen = new Set(items.filter((item) => item.selected));
    const before = [...chosen].map((item) => item.value).sort().join();
    let outcome = null;
    let left = false;

    const input = el('input', {
      class: 'picker-search', type: 'text', placeholder: 'Chercher…', 'aria-label': label, autocomplete: 'off', spellcheck: 'false',
      readonly: items.length < SEARCH_FROM,
    });
    const listbox = new Listbox({ label, multiple: several, onPick: (item) => (several ? toggle(item) : finish([item])) });
    const expanded = asCombobox(input, listbox);
    const note = el('span', { class: 'picker-note', 'aria-live': 'polite' });
    const done = el('button', { type: 'button', class: 'button b-primary small', on: { click: () => finish([...chosen]) } }, 'Terminé');
    const popup = el('div', { class: items.length < SEARCH_FROM ? 'popup picker no-search' : 'popup picker', popover: 'auto' },
      input, listbox.element, several || min === 0 ? el('div', { class: 'picker-foot' }, note, min === 0 ? clearButton() : null, several ? done : null) : null);

    function clearButton() {
      return el('button', { type: 'button', class: 'button b-plain small', on: { click: () => finish([]) } }, 'Aucun choix');
    }

    function toggle(item) {
      if (chosen.has(item)) chosen.delete(item);
      else if (chosen.size < max) chosen.add(item);
      for (const each of items) each.selected = chosen.has(each);
      listbox.refreshSelection();
      tell();
    }

    function tell() {
      note.textContent = several ? `${chosen.size} sur ${max} au plus` : '';
      done.disabled = chosen.size < min;
    }

    function finish(values) {
      outcome = values;
      popup.hidePopover();
    }

    function filter() {
      const words = plain(input.value).split(/\s+/);
      const fits = items.filter((item) => words.every((word) => plain(`${item.label} ${item.hint ?? ''} ${item.description ?? ''}`).includes(word)));
      listbox.setItems(fits, { active: Math.max(0, fits.findIndex((item) => item.selected)), empty: 'Rien de ce nom.' });
    }

    input.addEventListener('input', filter);
    popup.addEventListener('keydown', (event) => {
      left = event.key === 'Escape';
      if (event.target !== input) return;
      if (listbox.steer(event)) return;
      if (event.key === 'Enter' || (event.key === ' ' && input.readOnly)) {
        event.preventDefault();
        listbox.pick();
      } else if (event.key === 'Tab' && !several && min > 0) {
        event.preventDefault();
        popup.hidePopover();
      } else if (input.readOnly && event.key.length === 1) listbox.seek(event.key);
    });
    popup.addEventListener('toggle', (event) => {
      if (event.newState !== 'closed') return;
      // A click elsewhere keeps several choices, as « Terminé » does; Escape drops them.
      if (several && !left && chosen.size >= min) outcome ??= [...chosen];
      const changed = outcome && outcome.map((item) => item.value).sort().join() !== before;
      popup.remove();
      anchor.focus();
      resolve(changed ? outcome : null);
    });

    // Inside a dialog the list must live there too, or it would be inert.
    (anchor.closest('dialog') ?? document.body).append(popup);
    filter();
    tell();
    popup.showPopover();
    popup.style.minWidth = `${Math.min(anchor.getBoundingClientRect().width, innerWidth - 16)}px`;
    place(popup, anchor);
    expanded(true);
    input.focus();
  });
}

/** Puts a pop-up under its anchor, or above it where there is no room, within the window. */
export function place(popup, anchor) {
  const box = anchor.getBoundingClientRect();
  const margin = 8;
  const { width, height } = popup.getBoundingClientRect();
  const below = innerHeight - box.bottom - margin;
  const top = height <= below || below >= box.top ? box.bottom + 4 : box.top - height - 4;
  popup.style.left = `${Math.max(margin, Math.min(box.left, innerWidth - width - margin))}px`;
  popup.style.top = `${Math.max(margin, Math.min(top, innerHeight - height - margin))}px`;
}
