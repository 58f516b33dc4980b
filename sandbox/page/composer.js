// Where one writes: plain messages, answers to a message, and the way into slash commands.

import { CommandForm } from './command_form.js';
import { readTyped, readValues } from './commands.js';
import { el, fill } from './dom.js';
import { icon } from './icons.js';
import { expandMentions, mentionsAt } from './mentions.js';
import { commandItems } from './palette.js';
import { Suggestions } from './suggestions.js';

export class Composer {
  #ctx;
  #form = null;
  #reply = null;
  #allowed = true;
  #dismissed = false;

  /** @param {Object} ctx {store, send(content, replyTo), runCommand(command, options, files, texts), complete(command, options), focusLog()} */
  constructor(ctx) {
    this.#ctx = ctx;
    this.suggestions = new Suggestions();
    this.text = el('textarea', { class: 'composer-text', rows: '1', 'aria-label': 'Message', autocomplete: 'off', enterkeyhint: 'send' });
    this.slash = el('button', { type: 'button', class: 'icon-button', on: { click: () => this.#startSlash() } });
    this.#slashIs(false);
    this.sendButton = el('button', { type: 'button', class: 'icon-button send', 'aria-label': 'Envoyer', title: 'Envoyer', on: { click: () => this.#submit() } }, icon('send'));
    this.slot = el('div', { class: 'composer-slot' }, this.text);
    this.replyBar = el('div', { class: 'reply-bar', hidden: true });
    this.element = el('div', { class: 'composer' }, this.suggestions.element, this.replyBar,
      el('div', { class: 'composer-box' }, this.slash, this.slot, this.sendButton));
    this.text.addEventListener('input', () => this.#typed());
    this.text.addEventListener('click', () => this.#typed());
    this.text.addEventListener('keydown', (event) => this.#keydown(event));
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget)) this.suggestions.close();
    });
    this.text.addEventListener('focus', () => this.#typed());
  }

  get commands() { return this.#ctx.store.slash; }

  focus() { (this.#form ?? this.text).focus(); }

  /** Shows whether, and where, one may write: « dans #général », « à Vigie ». */
  setPlace(place, allowed) {
    this.#allowed = allowed;
    const hint = matchMedia('(max-width: 719px)').matches || !this.commands.length ? '' : ', ou taper /';
    this.text.placeholder = allowed ? `Écrire ${place}${hint}` : 'Vous ne pouvez pas écrire ici.';
    this.text.setAttribute('aria-label', allowed ? `Message ${place}` : this.text.placeholder);
    for (const control of [this.text, this.slash, this.sendButton]) control.disabled = !allowed;
    this.element.classList.toggle('closed', !allowed);
    if (!allowed) this.reset();
  }

  /** Forgets what was being written. */
  reset() {
    this.text.value = '';
    this.setReply(null);
    this.#leave('', false);
  }

  /** Puts « /mesure voir mesure:4 » in the composer, as if typed; false if no such command is registered. */
  useText(text) {
    const typed = this.#allowed ? readTyped(this.commands, text) : null;
    if (!typed) return false;
    this.startCommand(typed.command, readValues(typed.command, typed.rest));
    return true;
  }

  startCommand(command, texts = {}) {
    const ctx = {
      store: this.#ctx.store,
      suggestions: this.suggestions,
      complete: this.#ctx.complete,
      leave: (text) => this.#leave(text),
      submit: (...args) => {
        this.#leave('');
        this.#ctx.runCommand(...args);
      },
    };
    this.text.value = '';
    this.suggestions.close();
    this.#form = new CommandForm(command, ctx, texts);
    fill(this.slot, this.#form.element);
    this.#slashIs(true);
    this.#form.focus();
  }

  /** The button beside the text opens the commands or, in one, leaves it: a phone has no Escape. */
  #slashIs(leaving) {
    const name = leaving ? 'Abandonner la commande' : 'Commandes';
    fill(this.slash, icon(leaving ? 'close' : 'slash'));
    this.slash.title = name;
    this.slash.setAttribute('aria-label', name);
  }

  setReply(message, name) {
    this.#reply = message;
    this.replyBar.hidden = !message;
    if (!message) return;
    fill(this.replyBar, icon('reply'), el('span', {}, 'Réponse à ', el('strong', {}, name)),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Ne plus répondre', on: { click: () => { this.setReply(null); this.focus(); } } }, icon('close')));
    this.#leave(this.text.value);
  }

  #leave(text, focus = true) {
    this.suggestions.close();
    if (this.#form) {
      this.#form = null;
      this.#slashIs(false);
      fill(this.slot, this.text);
      this.text.value = text;
    }
    this.#grow();
    if (focus) this.text.focus();
  }

  #startSlash() {
    if (this.#form) { this.#leave(''); return; }
    if (!this.text.value.startsWith('/')) this.text.value = '/';
    this.focus();
    this.#typed();
  }

  #typed() {
    this.#grow();
    const { value } = this.text;
    if (!value.startsWith('/')) this.#dismissed = false;
    const typed = value.startsWith('/') && !this.#dismissed && !value.includes('\n') ? value : null;
    if (typed === null) { this.#suggestMentions(); return; }
    const named = readTyped(this.commands, typed);
    if (named && typed.length > named.command.name.length + 1) {
      this.startCommand(named.command, readValues(named.command, named.rest));
      return;
    }
    this.suggestions.list(this.text, {
      items: commandItems(this.commands, typed.slice(1)), label: 'Commandes',
      onPick: (item) => this.startCommand(item.value),
      empty: this.commands.length ? "Aucune commande de ce nom. Échap pour l'écrire telle quelle." : this.#ctx.store.withoutCommands,
    });
  }

  #suggestMentions() {
    const before = this.text.value.slice(0, this.text.selectionStart);
    const found = mentionsAt(before, this.#ctx.store);
    if (!found) { this.suggestions.close(); return; }
    this.suggestions.list(this.text, {
      items: found.items, label: 'Personnes, rôles et salons',
      onPick: (item) => {
        this.text.setRangeText(`${item.insert} `, found.from, this.text.selectionStart, 'end');
        this.suggestions.close();
        this.#grow();
      },
    });
  }

  #keydown(event) {
    if (event.key === 'Escape' && !this.suggestions.element.hidden && this.text.value.startsWith('/')) this.#dismissed = true;
    if (event.key === 'Tab' && !event.shiftKey && this.suggestions.isListing && this.suggestions.listbox.active) {
      event.preventDefault();
      this.suggestions.listbox.pick();
    } else if (this.suggestions.keydown(event)) {
      // Used by the list.
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'ArrowUp' && !this.text.value) {
      event.preventDefault();
      this.#ctx.focusLog();
    } else if (event.key === 'Escape') {
      this.suggestions.close();
      if (this.#reply) this.setReply(null);
    }
  }

  #submit() {
    if (this.#form) { this.#form.submit(); return; }
    const content = this.text.value.trim();
    if (!content || (content.startsWith('/') && !this.#dismissed && !this.suggestions.element.hidden)) { this.text.focus(); return; }
    const reply = this.#reply;
    this.text.value = '';
    this.setReply(null);
    this.suggestions.close();
    this.#grow();
    this.text.focus();
    this.#ctx.send(expandMentions(content, this.#ctx.store), reply, content);
  }

  /** Gives a refused message back to its author, unless something else was begun meanwhile. */
  restore(text) {
    if (!this.text.value && !this.#form) this.text.value = text;
    this.#grow();
  }

  #grow() {
    this.text.style.height = 'auto';
    this.text.style.height = `${this.text.scrollHeight}px`;
  }
}
