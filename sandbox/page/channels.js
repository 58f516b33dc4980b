// The list of channels, with their threads, the private messages and the unread marks.

import { channelIcon } from './avatars.js';
import { el, fill, hidden, uid } from './dom.js';
import { CHANNEL } from './store.js';

/** Channels in the order they are shown: each followed by its threads, private messages last. */
export function orderedChannels(store) {
  const all = [...store.channels.values()];
  const byPosition = (a, b) => (a.position ?? 0) - (b.position ?? 0) || a.id.localeCompare(b.id);
  const isThread = ({ type }) => CHANNEL.THREADS.has(type);
  const tops = all.filter((channel) => !isThread(channel) && channel.type !== CHANNEL.DM && channel.type !== CHANNEL.CATEGORY).sort(byPosition);
  const nested = tops.flatMap((top) => [top, ...all.filter((channel) => isThread(channel) && channel.parent_id === top.id)]);
  const orphans = all.filter((channel) => isThread(channel) && !nested.includes(channel));
  return [...nested, ...orphans, ...all.filter(({ type }) => type === CHANNEL.DM)];
}

/** Draws the list into `nav`; `open` gets the id of the channel that is chosen. */
export function drawChannels(nav, store, current, open) {
  const focused = nav.contains(document.activeElement) ? document.activeElement.dataset.channel : null;
  const channels = orderedChannels(store);
  const direct = channels.filter(({ type }) => type === CHANNEL.DM);
  const shared = channels.filter(({ type }) => type !== CHANNEL.DM);
  fill(nav, group(store.guild?.name ?? 'Salons', shared, store, current, open),
    direct.length ? group('Messages privés', direct, store, current, open) : null);
  nav.onkeydown = (event) => travel(event, nav);
  if (focused) nav.querySelector(`[data-channel="${CSS.escape(focused)}"]`)?.focus();
}

function group(title, channels, store, current, open) {
  const id = uid('group');
  return el('section', { class: 'channel-group', 'aria-labelledby': id },
    el('h2', { id, class: 'channel-title' }, title),
    el('ul', {}, channels.map((channel) => el('li', {}, row(channel, store, current, open)))));
}

function row(channel, store, current, open) {
  const unread = channel.id !== current && store.isUnread(channel);
  const classes = ['channel', CHANNEL.THREADS.has(channel.type) ? 'thread' : '', unread ? 'unread' : ''];
  return el('button', {
    type: 'button', class: classes.filter(Boolean).join(' '), dataset: { channel: channel.id },
    'aria-current': channel.id === current ? 'page' : null, on: { click: () => open(channel.id) },
  }, channelIcon(channel), el('span', { class: 'channel-name' }, store.channelName(channel)),
  unread ? [el('span', { class: 'unread-dot', 'aria-hidden': 'true' }), hidden('non lu')] : null);
}

function travel(event, nav) {
  const rows = [...nav.querySelectorAll('.channel')];
  const at = rows.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(to, rows.length - 1))].focus();
}
