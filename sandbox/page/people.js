// Choosing who one is.

import { avatar } from './avatars.js';
import { showDialog } from './dialog.js';
import { el, uid } from './dom.js';
import { icon } from './icons.js';

/**
 * Asks who one wants to be.
 * @param {Store} store
 * @param {boolean} welcome whether this is the first visit, which deserves a word
 * @param {function(string)} choose gets the id of the chosen user
 */
export function askPerson(store, welcome, choose) {
  if (document.querySelector('.people-dialog')) return;
  const titleId = uid('title');
  const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Fermer', on: { click: () => dialog.close() } }, icon('close'));
  const cards = [...store.people.values()].map((person) => card(person, store, (id) => {
    dialog.close();
    choose(id);
  }));
  const dialog = el('dialog', { class: 'dialog people-dialog', 'aria-labelledby': titleId },
    el('header', { class: 'dialog-head' }, el('div', {}, el('h2', { id: titleId }, 'Qui voulez-vous être?'),
      el('p', { class: 'dialog-from' }, welcome
        ? 'Tout se passe sur cet ordinateur, sans compte. Ouvrez un second onglet pour être deux personnes à la fois.'
        : 'Chaque onglet peut être une autre personne.')), close),
    el('ul', { class: 'people dialog-body' }, cards.map((node) => el('li', {}, node))));
  dialog.addEventListener('keydown', (event) => travel(event, cards));
  showDialog(dialog, cards.find((node) => node.getAttribute('aria-current')) ?? cards[0]);
}

function card({ user, role_names: roles = [], note }, store, choose) {
  const current = user.id === store.me.id;
  return el('button', { type: 'button', class: 'person', 'aria-current': current ? 'true' : null, dataset: { user: user.id }, on: { click: () => choose(user.id) } },
    avatar(user, store, 'large'),
    el('span', { class: 'person-text' },
      el('span', { class: 'person-name' }, store.userName(user)),
      roles.length ? el('span', { class: 'person-roles' }, roles.map((name) => el('span', { class: 'chip' }, name))) : null,
      note ? el('span', { class: 'person-note' }, note) : null),
    current ? el('span', { class: 'person-now' }, icon('check')) : null);
}

/** Arrow keys go from card to card. */
function travel(event, cards) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const at = cards.indexOf(document.activeElement);
  if (!step || at < 0) return;
  event.preventDefault();
  cards[(at + step + cards.length) % cards.length].focus();
}

/** The button that says who one is, for the page's header. */
export function personButton(store, ask) {
  const name = store.userName(store.me);
  return el('button', { type: 'button', class: 'me', 'aria-label': `Vous êtes ${name}. Changer de personne`, title: 'Changer de personne', on: { click: ask } },
    el('span', { class: 'me-text' }, el('span', { class: 'me-name' }, name), el('span', { class: 'me-note' }, store.people.get(store.me.id)?.note ?? '')),
    avatar(store.me, store), icon('swap'));
}
