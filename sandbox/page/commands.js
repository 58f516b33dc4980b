// The registered application commands: flattening groups, searching, and Discord's option tree.

import { plain } from './format.js';

export const KIND = { CHAT: 1, USER: 2, MESSAGE: 3 };
export const OPTION = {
  SUBCOMMAND: 1, GROUP: 2, STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7,
  ROLE: 8, MENTIONABLE: 9, NUMBER: 10, ATTACHMENT: 11,
};

function localized(item, field) {
  return item[`${field}_localizations`]?.fr ?? item[field] ?? '';
}

/**
 * The slash commands one can run, subcommands each on their own.
 * @returns {{id: string, path: string[], name: string, description: string, options: Object[], contexts: ?number[]}[]}
 *   `name` is « mesure voir », `path` its words; `contexts` where it can be used (0 a server, 1 the bot's own
 *   conversation), null everywhere.
 */
export function slashCommands(commands) {
  const found = [];
  const walk = (id, node, path, contexts) => {
    const options = node.options ?? [];
    const nested = options.filter((option) => option.type === OPTION.SUBCOMMAND || option.type === OPTION.GROUP);
    for (const child of nested) walk(id, child, [...path, child.name], contexts);
    if (!nested.length) found.push({ id, path, name: path.join(' '), description: localized(node, 'description'), options, contexts });
  };
  for (const command of commands) {
    if ((command.type ?? KIND.CHAT) === KIND.CHAT) walk(command.id, command, [command.name], command.contexts ?? null);
  }
  return found.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Commands of the « Applications » menu of a message or a user. */
export function menuCommands(commands, kind) {
  return commands.filter((command) => command.type === kind);
}

/** Commands that fit what was typed after the slash, the best first. */
export function searchCommands(all, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const scored = all.map((command) => ({ command, score: score(command, words) }));
  return scored.filter(({ score: s }) => s > 0).sort((a, b) => b.score - a.score).map(({ command }) => command);
}

function score(command, words) {
  const name = plain(command.name);
  if (!words.length) return 1;
  if (name.startsWith(words.join(' '))) return 4;
  if (words.every((word) => name.split(' ').some((part) => part.startsWith(word)))) return 3;
  if (words.every((word) => name.includes(word))) return 2;
  return words.every((word) => plain(`${name} ${command.description}`).includes(word)) ? 1 : 0;
}

/** The command that « /mesure voir mesure:4 » starts with, and what is typed after it. */
export function readTyped(all, text) {
  if (!text.startsWith('/')) return null;
  const typed = text.slice(1);
  const fits = all.filter(({ name }) => typed === name || typed.startsWith(`${name} `));
  const command = fits.sort((a, b) => b.name.length - a.name.length)[0];
  return command ? { command, rest: typed.slice(command.name.length).trimStart() } : null;
}

/**
 * Splits « mesure:4 au:31 mars » by the command's option names; text before the first name
 * belongs to the first option.
 * @returns {Object<string, string>}
 */
export function readValues(command, rest) {
  const names = command.options.map((option) => option.name);
  const { head, values } = readNamed(names, rest);
  return head && names.length ? { [names[0]]: head, ...values } : values;
}

/**
 * Splits a text at the option names in it, each followed by a colon.
 * @returns {{head: string, values: Object<string, string>}} `head` stands before the first name
 */
export function readNamed(names, text) {
  const marks = [...text.matchAll(/(?:^|\s)([\p{L}\p{N}_-]+):\s*/gu)].filter(([, name]) => names.includes(name.toLowerCase()));
  const values = {};
  marks.forEach((mark, i) => {
    values[mark[1].toLowerCase()] = text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length).trim();
  });
  return { head: text.slice(0, marks[0]?.index ?? text.length).trim(), values };
}

/** Nests the values of a subcommand the way Discord sends them. */
export function optionTree(command, values) {
  return command.path.slice(1).reduceRight(
    (options, name, i, { length }) => [{ name, type: i === length - 1 ? OPTION.SUBCOMMAND : OPTION.GROUP, options }],
    values,
  );
}
