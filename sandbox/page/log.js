// The log of a channel: messages in order, days, the scroll that follows, keyboard travel.

import { el, fill } from './dom.js';
import { dayName } from './format.js';
import { icon } from './icons.js';
import { messageNode } from './message.js';

const RUN = 7 * 60_000;
const NEAR_BOTTOM = 90;
const FOCUSABLE = 'button:not([disabled]), a[href], [tabindex="0"]';

export class Log {
  #ctx;
  #nodes = new Map();
  #channel = null;
  #stuck = true;
  #notices = el('div', { class: 'notices' });
  #list = el('div', { class: 'log-list' });
  #jump = el('button', { type: 'button', class: 'jump', hidden: true, on: { click: () => this.toBottom() } }, icon('down'), 'Nouveaux messages');

  constructor(ctx) {
    this.#ctx = ctx;
    this.scroller = el('div', { class: 'log', role: 'log', 'aria-label': 'Messages', 'aria-live': 'polite', tabindex: '-1' }, this.#list, this.#notices);
    this.element = el('div', { class: 'log-frame' }, this.scroller, this.#jump);
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.scroller.addEventListener('keydown', (event) => this.#keydown(event));
    this.scroller.addEventListener('contextmenu', (event) => this.#contextMenu(event));
    new ResizeObserver(() => this.#stuck && this.#bottom()).observe(this.#list);
    new ResizeObserver(() => this.#stuck && this.#bottom()).observe(this.scroller);
  }

  /** Draws the messages of a channel; what has not changed since the last time is left alone. */
  render(channelId, messages, welcome) {
    const changed = channelId !== this.#channel;
    if (changed) this.#reset(channelId);
    this.scroller.setAttribute('aria-busy', String(changed));
    const rows = [];
    const seen = new Set();
    messages.forEach((message, i) => {
      const { first, day } = this.#place(message, messages[i - 1]);
      if (day) rows.push(this.#day(day));
      rows.push(this.#row(message, first));
      seen.add(message.id);
    });
    for (const id of this.#nodes.keys()) if (!seen.has(id)) this.#nodes.delete(id);
    this.#arrange(messages.length ? rows : [welcome].filter(Boolean));
    this.#rove();
    if (this.#stuck) this.#bottom();
    requestAnimationFrame(() => this.scroller.setAttribute('aria-busy', 'false'));
  }

  /**
   * A message has come: follow it, or say so to someone who is reading further up. One that is
   * taller than the log is shown from its first line, where the answer is.
   */
  arrived(id, mine) {
    if (!mine && !this.#stuck) { this.#jump.hidden = false; return; }
    this.toBottom();
    const node = this.#nodes.get(id)?.node;
    if (!node || node.offsetHeight < this.scroller.clientHeight) return;
    this.#stuck = false;
    node.scrollIntoView({ block: 'start' });
  }

  toBottom() {
    this.#stuck = true;
    this.#jump.hidden = true;
    this.#bottom();
  }

  /** Shows a line of the page's own under the messages; returns what takes it away. */
  notice(node) {
    this.#notices.append(node);
    this.toBottom();
    return () => node.remove();
  }

  /** Scrolls to a message and gives it the focus; false where it is not in the log. */
  goTo(id) {
    const node = this.#nodes.get(id)?.node;
    if (!node) return false;
    node.scrollIntoView({ block: 'center' });
    this.#focus(node);
    return true;
  }

  focusLast() {
    const last = [...this.#nodes.values()].at(-1)?.node;
    if (last) this.#focus(last);
  }

  #reset(channelId) {
    this.#channel = channelId;
    this.#nodes.clear();
    this.#stuck = true;
    this.#jump.hidden = true;
    fill(this.#notices);
  }

  #place(message, before) {
    const date = new Date(message.timestamp);
    const day = !before || new Date(before.timestamp).toDateString() !== date.toDateString() ? dayName(date) : null;
    const answers = message.interaction_metadata?.name || message.referenced_message || message.type === 19;
    const run = before && !day && !answers && before.author.id === message.author.id && before.type !== 18
      && (before.flags & 64) === (message.flags & 64) && date - new Date(before.timestamp) < RUN;
    return { first: !run, day };
  }

  #day(name) {
    const known = [...this.#list.querySelectorAll('.day')].find((node) => node.dataset.day === name);
    return known ?? el('div', { class: 'day', role: 'separator', 'aria-label': name, dataset: { day: name } }, el('span', {}, name));
  }

  #row(message, first) {
    const known = this.#nodes.get(message.id);
    if (known?.message === message && known.first === first) return known.node;
    const node = messageNode(message, first, this.#ctx);
    if (known) replaceKeepingFocus(known.node, node);
    this.#nodes.set(message.id, { message, first, node });
    return node;
  }

  /** Puts the rows in order, touching only what moved, so that screen readers hear what is new. */
  #arrange(rows) {
    const wanted = new Set(rows);
    for (const child of [...this.#list.children]) if (!wanted.has(child)) child.remove();
    rows.forEach((row, i) => {
      if (this.#list.children[i] !== row) this.#list.insertBefore(row, this.#list.children[i] ?? null);
    });
  }

  /** One message at a time can be reached with Tab: the last one focused, else the newest. */
  #rove() {
    const nodes = [...this.#nodes.values()].map(({ node }) => node);
    if (!nodes.some((node) => node.tabIndex === 0)) nodes.at(-1)?.setAttribute('tabindex', '0');
  }

  #focus(node) {
    for (const { node: other } of this.#nodes.values()) other.setAttribute('tabindex', '-1');
    node.setAttribute('tabindex', '0');
    node.focus();
  }

  #keydown(event) {
    const node = event.target;
    if (!node.matches?.('.message') || event.ctrlKey || event.metaKey || event.altKey) return;
    const nodes = [...this.#list.querySelectorAll('.message')];
    const at = nodes.indexOf(node);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: nodes.length - 1 }[event.key];
    const message = this.#nodes.get(node.dataset.id)?.message;
    if (to !== undefined) {
      if (nodes[to]) this.#focus(nodes[to]);
      else if (to >= nodes.length) this.#ctx.focusComposer();
    } else if (event.key === 'Enter' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      this.#ctx.openMenu(message, node);
    } else if (event.key === 'r') this.#ctx.reply(message);
    else if (event.key === 'Escape') this.#ctx.focusComposer();
    else return;
    event.preventDefault();
  }

  #contextMenu(event) {
    const node = event.target.closest('.message');
    if (!node || event.target.closest('a, input, textarea') || !getSelection().isCollapsed) return;
    event.preventDefault();
    const byMouse = event.clientX || event.clientY;
    this.#ctx.openMenu(this.#nodes.get(node.dataset.id).message, node, byMouse ? { x: event.clientX, y: event.clientY } : undefined);
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    if (this.#stuck) this.#jump.hidden = true;
  }

  #bottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }
}

/** Swaps a message for its new drawing; a focus inside it goes to what stands there now. */
function replaceKeepingFocus(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const place = focused ? [...old.querySelectorAll(FOCUSABLE)].indexOf(focused) : -1;
  const name = focused && nameOf(focused);
  const customId = focused?.dataset?.customId;
  fresh.setAttribute('tabindex', old.getAttribute('tabindex'));
  old.replaceWith(fresh);
  if (!focused) return;
  if (focused === old) { fresh.focus(); return; }
  const candidates = [...fresh.querySelectorAll(FOCUSABLE)].filter((node) => node.getClientRects().length);
  const same = candidates.find((node) => customId && node.dataset.customId === customId)
    ?? candidates.find((node) => nameOf(node) === name);
  (same ?? candidates[Math.min(place, candidates.length - 1)] ?? fresh).focus();
}

/** What a control is called: a page's « Suivante » is the same one though it leads further. */
function nameOf(node) {
  return node.getAttribute('aria-label') ?? node.textContent;
}
