// The list of commands that opens with « / », and the examples an empty channel invites with.

import { searchCommands } from './commands.js';
import { el } from './dom.js';
import { mark } from './icons.js';

/** Rows (see Listbox) for the commands that fit what was typed after the slash. */
export function commandItems(all, typed) {
  return searchCommands(all, typed).map((command) => ({
    value: command,
    label: `/${command.name}`,
    hint: command.options.map((option) => (option.required ? option.name : `[${option.name}]`)).join(' '),
    description: command.description,
  }));
}

// Tried in this order; what the bot has not registered is left out.
const EXAMPLES = ['/plan voir', '/mesure voir mesure:4', '/mesure liste', '/calendrier voir', '/aide'];
const MOST = 4;

/** Examples of registered commands; others of the bot's own where it knows none of ours. */
function examples(commands) {
  const registered = (text) => commands.some(({ name }) => text === `/${name}` || text.startsWith(`/${name} `));
  const known = EXAMPLES.filter(registered);
  const simple = commands.filter(({ options }) => !options.some((option) => option.required)).map(({ name }) => `/${name}`);
  return (known.length ? known : simple).slice(0, MOST);
}

/** What an empty channel shows. */
export function invitation(channelName, store, useText) {
  const buttons = examples(store.slash).map((text) => el('button', {
    type: 'button', class: 'example', on: { click: () => useText(text) },
  }, text));
  const [first, ...others] = buttons;
  return el('div', { class: 'invitation' }, mark(),
    el('h2', {}, channelName),
    first
      ? el('p', {}, 'Tapez ', el('kbd', {}, '/'), ' pour voir les commandes, ou essayez ', first)
      : el('p', {}, "Rien n'a encore été écrit ici. ", store.withoutCommands),
    others.length ? el('div', { class: 'examples' }, others) : null);
}
