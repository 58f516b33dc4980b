// Naming people, roles and channels in what one types: « @Nom », « #salon ».

import { channelItems, roleItems, userItems } from './avatars.js';
import { plain } from './format.js';

const TYPED = /(^|[\s(«])([@#])([\p{L}\p{N}][\p{L}\p{N}'’._-]*(?: [\p{L}\p{N}'’._-]*)?|)$/u;
const MOST = 8;

/**
 * What could complete the name being typed before the caret.
 * @returns {{from: number, items: Item[]}|null} `from` is where the name starts, its sign included
 */
export function mentionsAt(before, store) {
  const typed = TYPED.exec(before);
  if (!typed) return null;
  const [, , sign, name] = typed;
  const all = sign === '@' ? [...userItems(store), ...roleItems(store)] : channelItems(store);
  const items = all.map((item) => ({ ...item, insert: `${sign}${item.label}` })).filter((item) => fits(item, plain(name)));
  // A name typed in full needs no help: Enter then sends.
  const complete = items.length === 1 && plain(items[0].label) === plain(name);
  return items.length && !complete ? { from: before.length - name.length - 1, items: items.slice(0, MOST) } : null;
}

function fits(item, name) {
  const label = plain(item.label);
  return label.startsWith(name) || plain(item.hint ?? '').startsWith(name) || label.split(/[\s-]+/).some((word) => name && word.startsWith(name));
}

/** Turns the names in a text into Discord's marks: « @Vigie » → « <@id> », « #général » → « <#id> ». */
export function expandMentions(text, store) {
  const names = knownNames(store);
  let out = '';
  let at = 0;
  while (at < text.length) {
    const free = at === 0 || /[^\p{L}\p{N}<&]/u.test(text[at - 1]);
    const found = free && '@#'.includes(text[at]) ? names.find(({ name }) => standsAt(text, at, name)) : null;
    out += found ? found.mark : text[at];
    at += found ? found.name.length : 1;
  }
  return out;
}

/** Whether `name` (sign included) is at this place as a whole word; accents count, case does not. */
function standsAt(text, at, name) {
  const there = text.slice(at, at + name.length);
  return there.localeCompare(name, 'fr', { sensitivity: 'accent' }) === 0 && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ');
}

/** Every name one can be called by, the longest first. */
function knownNames(store) {
  const users = store.users.flatMap((user) => [store.userName(user), user.global_name, user.username].filter(Boolean)
    .map((name) => ({ name: `@${name}`, mark: `<@${user.id}>` })));
  const roles = [...store.roles.values()].map((role) => ({ name: `@${role.name}`, mark: `<@&${role.id}>` }))
    .filter(({ name }) => !name.startsWith('@@'));
  const channels = [...store.channels.values()].map((channel) => ({ name: `#${store.channelName(channel)}`, mark: `<#${channel.id}>` }));
  return [...users, ...roles, ...channels].sort((a, b) => b.name.length - a.name.length);
}
