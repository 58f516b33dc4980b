// What the page knows of the chat, kept from the messages of the connection.

import { slashCommands } from './commands.js';
import { compareIds } from './format.js';
import { keepReadMarks, readMarks } from './session.js';

export const FLAG = { EPHEMERAL: 64, LOADING: 128, COMPONENTS_V2: 32768 };
export const CHANNEL = { TEXT: 0, DM: 1, CATEGORY: 4, THREADS: new Set([10, 11, 12]) };

export class Store {
  me = null;
  bot = null;
  botOnline = false;
  guild = null;
  people = new Map();
  roles = new Map();
  channels = new Map();
  /** The channel that is open. */
  here = null;
  #commands = [];
  #slash = [];
  #messages = new Map();
  #marks = {};

  get commands() { return this.#commands; }
  set commands(registered) {
    this.#commands = registered;
    this.#slash = slashCommands(registered);
  }

  /** The slash commands that can be used in the open channel one by one, see `slashCommands`. */
  get slash() {
    const context = this.here?.type === CHANNEL.DM ? 1 : 0;
    return this.#slash.filter(({ contexts }) => !contexts || contexts.includes(context));
  }

  /** Why no slash command is offered in the open channel. */
  get withoutCommands() {
    return this.#slash.length ? 'Les commandes se tapent dans un salon.' : `${this.botName} n'a encore déclaré aucune commande.`;
  }

  /** Takes everything over from a `hello`; messages are asked for anew afterwards. */
  greet(hello) {
    this.me = hello.me;
    this.guild = hello.guild;
    this.bot = hello.bot ?? null;
    this.botOnline = Boolean(hello.bot) && hello.bot_online !== false;
    this.people = new Map(hello.people.map((person) => [person.user.id, person]));
    this.roles = new Map(hello.roles.map((role) => [role.id, role]));
    this.commands = hello.commands;
    this.#messages.clear();
    this.setChannels(hello.channels);
    this.#marks = readMarks(this.me.username) ?? this.#allRead();
  }

  setChannels(channels) {
    this.channels = new Map(channels.map((channel) => [channel.id, channel]));
  }

  /** Someone who comes for the first time has nothing "unread" behind them. */
  #allRead() {
    return Object.fromEntries([...this.channels.values()].map(({ id, last_message_id: last }) => [id, last]));
  }

  /** Messages of a channel, oldest first; null where its history was not asked for yet. */
  messages(channelId) {
    const known = this.#messages.get(channelId);
    return known ? [...known.values()].sort((a, b) => compareIds(a.id, b.id)) : null;
  }

  message(channelId, id) {
    return this.#messages.get(channelId)?.get(id);
  }

  setHistory(channelId, messages) {
    this.#messages.set(channelId, new Map(messages.map((message) => [message.id, message])));
  }

  /** Adds or replaces a message; the channel's last message follows. */
  put(message) {
    this.#messages.get(message.channel_id)?.set(message.id, message);
    const channel = this.channels.get(message.channel_id);
    if (channel && compareIds(message.id, channel.last_message_id ?? '0') > 0) channel.last_message_id = message.id;
  }

  remove(channelId, id) {
    this.#messages.get(channelId)?.delete(id);
  }

  markRead(channelId) {
    const last = this.channels.get(channelId)?.last_message_id;
    if (!last || this.#marks[channelId] === last) return null;
    this.#marks[channelId] = last;
    keepReadMarks(this.me.username, this.#marks);
    return last;
  }

  isUnread(channel) {
    return Boolean(channel.last_message_id) && compareIds(channel.last_message_id, this.#marks[channel.id] ?? '0') > 0;
  }

  /** The name shown for a user: nickname in the committee, display name, or user name. */
  userName(user) {
    return this.people.get(user.id)?.nick ?? user.global_name ?? user.username;
  }

  nameOf(userId) {
    if (this.people.has(userId)) return this.userName(this.people.get(userId).user);
    if (this.bot?.id === userId) return this.userName(this.bot);
    return null;
  }

  get botName() {
    return this.bot ? this.userName(this.bot) : 'Vigie';
  }

  /** Name of a channel; a direct channel bears the name of the other person. */
  channelName(channel) {
    if (channel.type !== CHANNEL.DM) return channel.name;
    const others = (channel.recipients ?? []).filter((user) => user.id !== this.me.id);
    return others.map((user) => this.userName(user)).join(', ') || this.botName;
  }

  /** Users one can name: the people, then the bot. */
  get users() {
    const people = [...this.people.values()].map((person) => person.user);
    return this.bot && !this.people.has(this.bot.id) ? [...people, this.bot] : people;
  }
}
