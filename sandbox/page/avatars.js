// The round sign of a person, the bot or a channel.

import { el } from './dom.js';
import { bucket, initials } from './format.js';
import { icon, mark } from './icons.js';
import { CHANNEL } from './store.js';

const COLOURS = 8;

/** A decorative avatar: the mark for the bot, initials on a colour of one's own for people. */
export function avatar(user, store, size = '') {
  const bot = user.bot || user.id === store.bot?.id;
  if (bot) return el('span', { class: `avatar avatar-bot ${size}`, 'aria-hidden': 'true' }, mark());
  return el('span', { class: `avatar tone-${tone(user.id, store)} ${size}`, 'aria-hidden': 'true' }, initials(store.userName(user)));
}

/** People of the list have colours that differ as long as there are enough of them. */
function tone(id, store) {
  const at = [...store.people.keys()].indexOf(id);
  return at < 0 ? bucket(id, COLOURS) : at % COLOURS;
}

export function channelIcon(channel) {
  if (CHANNEL.THREADS.has(channel.type)) return icon('thread');
  return icon(channel.type === CHANNEL.DM ? 'direct' : 'hash');
}

/** A role's dot in its colour (the accent's where it has none). */
function roleDot(role) {
  const colour = role.color ? `#${role.color.toString(16).padStart(6, '0')}` : null;
  return el('span', { class: 'role-dot', 'aria-hidden': 'true', style: colour ? { '--dot': colour } : {} });
}

/** Choices (see Listbox) for the users, roles and channels one can name. */
export function userItems(store) {
  return store.users.map((user) => ({
    value: user.id, label: store.userName(user), hint: user.username, lead: avatar(user, store, 'small'),
  }));
}

export function roleItems(store) {
  return [...store.roles.values()].filter((role) => role.id !== store.guild?.id && !role.managed)
    .map((role) => ({ value: role.id, label: role.name, hint: 'rôle', lead: roleDot(role) }));
}

export function channelItems(store, types) {
  return [...store.channels.values()]
    .filter(({ type }) => type !== CHANNEL.DM && (types?.length ? types.includes(type) : true))
    .map((channel) => ({ value: channel.id, label: store.channelName(channel), lead: channelIcon(channel) }));
}
