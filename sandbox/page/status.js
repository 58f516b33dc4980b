// What the page says of itself: the bot's presence, a lost connection, commands under way.

import { el, fill } from './dom.js';
import { icon } from './icons.js';

const TYPING_FOR = 9000;

/** The header's sign that the bot is there, or not. */
export function drawPresence(node, store) {
  node.className = store.botOnline ? 'presence online' : 'presence';
  fill(node, el('span', { class: 'presence-dot', 'aria-hidden': 'true' }),
    el('span', {}, `${store.botName} est ${store.botOnline ? 'en ligne' : 'hors ligne'}`));
}

/** The band over the page while the chat's server is away. */
export class Band {
  #timer = 0;

  constructor(retry) {
    this.element = el('div', { class: 'band', role: 'status', hidden: true });
    this.retry = retry;
  }

  lost(retryIn) {
    const seconds = Math.max(1, Math.round(retryIn / 1000));
    this.#show('La connexion est interrompue.', `Nouvel essai dans ${seconds}\u00a0s.`,
      el('button', { type: 'button', class: 'link-button', on: { click: this.retry } }, 'Réessayer maintenant'));
  }

  back() {
    if (this.element.hidden) return;
    this.#show('La connexion est rétablie.');
    this.element.classList.add('good');
    this.#timer = setTimeout(() => { this.element.hidden = true; }, 2500);
  }

  #show(text, ...more) {
    clearTimeout(this.#timer);
    this.element.classList.remove('good');
    fill(this.element, el('span', {}, text), ...more.flatMap((part) => [' ', part]));
    this.element.hidden = false;
  }
}

/** « Vigie écrit… », until the message comes or a while has passed. */
export class TypingLine {
  #timer = 0;

  constructor(node) {
    this.node = node;
  }

  show(name) {
    this.hide();
    this.node.textContent = `${name} écrit…`;
    this.#timer = setTimeout(() => this.hide(), TYPING_FOR);
  }

  hide() {
    clearTimeout(this.#timer);
    this.node.textContent = '';
  }
}

/** The line of a command that was sent and not yet answered. */
export function pendingLine(text) {
  return el('div', { class: 'notice' }, el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')), `Envoi de ${text}…`);
}

/** The line of a command or message that failed, with what one can do. */
export function failureLine(title, reason, retry) {
  const node = el('div', { class: 'notice failed', role: 'alert' }, icon('alert'),
    el('div', { class: 'notice-text' }, el('strong', {}, title), el('span', {}, reason)),
    retry ? el('button', { type: 'button', class: 'button b-secondary small', on: { click: () => { node.remove(); retry(); } } }, 'Reprendre') : null,
    el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Fermer', on: { click: () => node.remove() } }, icon('close')));
  return node;
}
