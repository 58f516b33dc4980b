// The menu of a message: reply, copy, and the applications' commands.

import { el } from './dom.js';
import { icon } from './icons.js';
import { place } from './picker.js';

/**
 * Opens a menu by `anchor`, or at `point` ({x, y} in the window). Escape and a click elsewhere
 * close it; the focus returns where it was.
 * @param {{anchor: HTMLElement, point?: {x: number, y: number}, label: string,
 *   sections: {title?: string, items: {label: string, icon: string, hint?: string, run: function}[]}[]}} settings
 */
export function openMenu({ anchor, point, label, sections }) {
  const back = anchor.matches(':focus') || anchor.contains(document.activeElement) ? document.activeElement : anchor;
  const items = [];
  const popup = el('div', { class: 'popup menu', popover: 'auto', role: 'menu', 'aria-label': label },
    sections.filter((section) => section.items.length).map((section) => el('div', { class: 'menu-section', role: 'group', 'aria-label': section.title ?? null },
      section.title ? el('div', { class: 'list-group', 'aria-hidden': 'true' }, section.title) : null,
      section.items.map((item) => {
        const node = el('button', { type: 'button', class: 'menu-item', role: 'menuitem', tabindex: '-1' },
          icon(item.icon), el('span', { class: 'menu-label' }, item.label), item.hint ? el('kbd', {}, item.hint) : null);
        node.addEventListener('click', () => {
          popup.hidePopover();
          item.run();
        });
        items.push(node);
        return node;
      }))));

  const focus = (index) => items[(index + items.length) % items.length].focus();
  popup.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) focus(to);
    else if (event.key === 'Tab') popup.hidePopover();
    else if (event.key.length === 1) letter(event.key, at);
    else return;
    if (event.key !== ' ') event.preventDefault();
  });

  /** Goes to the next entry that begins with this letter. */
  function letter(key, at) {
    const order = items.map((_, i) => items[(at + 1 + i) % items.length]);
    order.find((node) => node.textContent.trim().toLocaleLowerCase('fr').startsWith(key.toLocaleLowerCase('fr')))?.focus();
  }

  popup.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    const hadFocus = popup.contains(document.activeElement) || document.activeElement === document.body;
    popup.remove();
    if (hadFocus) back.focus();
  });

  document.body.append(popup);
  popup.showPopover();
  place(popup, point ? { getBoundingClientRect: () => new DOMRect(point.x, point.y, 0, 0) } : anchor);
  focus(0);
}
