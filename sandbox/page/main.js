// The page: one store, one connection, and the parts that show them.

import { Actions } from './actions.js';
import { drawChannels, orderedChannels } from './channels.js';
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { pageContext } from './context.js';
import { fill } from './dom.js';
import { Drawer } from './drawer.js';
import { relative } from './format.js';
import { drawHead, placeName } from './head.js';
import { Log } from './log.js';
import { refreshRelativeTimes } from './markdown.js';
import { isLoading } from './message.js';
import { invitation } from './palette.js';
import { askPerson, personButton } from './people.js';
import { channelOfAddress, personOfAddress, session } from './session.js';
import { Band, drawPresence, TypingLine } from './status.js';
import { CHANNEL, Store } from './store.js';

const $ = (id) => document.getElementById(id);

class Page {
  store = new Store();
  connection = new Connection();
  actions = new Actions(this);
  channelId = null;

  constructor() {
    this.ctx = pageContext(this);
    this.log = new Log(this.ctx);
    this.composer = new Composer({
      store: this.store,
      send: (...args) => this.actions.send(...args),
      runCommand: (...args) => this.actions.runCommand(...args),
      complete: (...args) => this.actions.complete(...args),
      focusLog: () => this.log.focusLast(),
    });
    this.band = new Band(() => this.connection.retry());
    this.typing = new TypingLine($('typing'));
    this.drawer = new Drawer($('sidebar'), $('menu-button'), $('scrim'));
    $('conversation').append(this.log.element, $('typing'), this.composer.element);
    $('band').replaceWith(this.band.element);
  }

  start() {
    this.connection.addEventListener('event', ({ detail }) => this.#receive(detail));
    this.connection.addEventListener('up', () => {
      document.body.classList.remove('away');
      this.band.back();
    });
    this.connection.addEventListener('down', ({ detail }) => {
      document.body.classList.add('away');
      this.band.lost(detail.retryIn);
    });
    addEventListener('online', () => this.connection.retry());
    addEventListener('hashchange', () => this.#followAddress());
    document.addEventListener('visibilitychange', () => { this.#markRead(); if (this.channel) this.drawChannels(); });
    document.addEventListener('keydown', (event) => this.#typedAnywhere(event));
    setInterval(() => refreshRelativeTimes(document, relative), 20_000);
    this.connection.open(null);
  }

  get channel() { return this.store.channels.get(this.channelId); }

  /** Shows a channel, and asks for what was said there. */
  open(id) {
    if (!this.store.channels.has(id)) return;
    if (id !== this.channelId) this.composer.reset();
    this.channelId = id;
    this.store.here = this.channel;
    session.channel = this.store.channels.get(id).type === 0 ? this.store.channels.get(id).name : id;
    this.connection.send('open', { channel_id: id });
    this.drawer.close();
    this.draw();
    if (matchMedia('(hover: hover)').matches) this.composer.focus();
  }

  /** Becomes someone else, by connecting again. */
  become(userId) {
    session.person = this.store.people.get(userId)?.user.username;
    if (userId === this.store.me?.id) return;
    this.composer.reset();
    this.connection.open(userId);
  }

  draw() {
    const { channel, store } = this;
    if (!channel) return;
    drawHead(channel, store);
    const preposition = channel.type === CHANNEL.DM ? 'à' : 'dans';
    this.composer.setPlace(`${preposition} ${placeName(channel, store)}`, channel.can_write !== false);
    drawPresence($('presence'), store);
    fill($('me'), personButton(store, () => askPerson(store, false, (id) => this.become(id))));
    this.drawChannels();
    this.#drawLog();
  }

  drawChannels() {
    drawChannels($('channels'), this.store, this.channelId, (id) => this.open(id));
    const unread = [...this.store.channels.values()].filter((channel) => (document.hidden || channel.id !== this.channelId) && this.store.isUnread(channel)).length;
    document.title = `${unread ? `(${unread}) ` : ''}${this.store.channelName(this.channel)} · Vigie · clavardage d'essai`;
    $('menu-button').classList.toggle('unread', unread > 0);
  }

  #drawLog() {
    const messages = this.store.messages(this.channelId);
    const invite = () => invitation(placeName(this.channel, this.store), this.store, (text) => this.composer.useText(text));
    this.log.render(this.channelId, messages ?? [], messages ? invite() : null);
    this.#markRead();
  }

  #receive(event) {
    const handlers = {
      hello: () => this.#greeted(event),
      history: () => this.#history(event),
      message: () => this.#message(event.message),
      message_update: () => this.#changed(event.message.channel_id, session.dismissed(event.message.id) ? null : event.message),
      message_delete: () => { this.store.remove(event.channel_id, event.message_id); this.#changed(event.channel_id); },
      commands: () => { this.store.commands = event.commands; this.draw(); },
      presence: () => { this.store.botOnline = event.bot_online; drawPresence($('presence'), this.store); },
      typing: () => this.#here(event.channel_id) && this.typing.show(this.store.botName),
      channels: () => this.#channels(event.channels),
    };
    handlers[event.t]?.();
  }

  #here(channelId) { return channelId === this.channelId; }

  #greeted(hello) {
    const wanted = session.person;
    const other = personOfAddress(hello.people);
    if (other && other.id !== hello.me.id) { this.connection.open(other.id); return; }
    this.store.greet(hello);
    session.person = this.store.me.username;
    document.body.classList.remove('loading');
    this.open(this.#startingChannel());
    if (!wanted) askPerson(this.store, true, (id) => this.become(id));
  }

  #startingChannel() {
    const all = orderedChannels(this.store);
    return (this.channel ?? channelOfAddress(orderedChannels(this.store)) ?? all[0])?.id;
  }

  #history({ channel_id: id, messages }) {
    this.store.setHistory(id, messages.filter((message) => !session.dismissed(message.id)));
    if (this.#here(id)) this.#drawLog();
  }

  #message(message) {
    this.store.put(message);
    this.drawChannels();
    if (!this.#here(message.channel_id)) return;
    if (message.author.bot) this.typing.hide();
    this.#drawLog();
    this.#follow(message);
  }

  #follow(message) {
    const mine = [message.author.id, message.interaction_metadata?.user?.id].includes(this.store.me.id);
    this.log.arrived(message.id, mine);
  }

  #changed(channelId, message = null) {
    const waited = message && isLoading(this.store.message(channelId, message.id)) && !isLoading(message);
    if (message) this.store.put(message);
    if (!this.#here(channelId)) return;
    this.#drawLog();
    if (waited) this.#follow(message);
  }

  #channels(channels) {
    this.store.setChannels(channels);
    if (this.channel) this.draw();
    else this.open(this.#startingChannel());
  }

  /** Closes a private answer, in this tab. */
  dismiss(message) {
    session.dismiss(message.id);
    this.store.remove(message.channel_id, message.id);
    this.#drawLog();
    this.composer.focus();
  }

  #markRead() {
    if (document.hidden || !this.channel) return;
    const last = this.store.markRead(this.channelId);
    if (last) this.connection.send('read', { channel_id: this.channelId, message_id: last });
  }

  /** Typing while nothing has the focus is writing. */
  #typedAnywhere(event) {
    const nowhere = document.activeElement === document.body || document.activeElement === this.log.scroller;
    if (nowhere && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) this.composer.focus();
  }

  /** The address was changed by hand: be that person, in that channel. */
  #followAddress() {
    const person = personOfAddress([...this.store.people.values()]);
    const channel = channelOfAddress(orderedChannels(this.store));
    if (person && person.id !== this.store.me.id) this.become(person.id);
    else if (channel && channel.id !== this.channelId) this.open(channel.id);
  }
}

new Page().start();
