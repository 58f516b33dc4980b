// A slash command being filled in: boxes for its options, suggestions as one types, Enter to send.

import { optionTree, readNamed } from './commands.js';
import { debounce, el } from './dom.js';
import { BadValue, OptionField } from './option_field.js';

const PAUSE = 120;

export class CommandForm {
  #fields = [];
  #turn = 0;
  #ask = debounce((field) => this.#autocomplete(field), PAUSE);

  /**
   * @param {Object} command see `slashCommands`
   * @param {{store, suggestions, complete(command, options): Promise<Object[]>, submit(command, options, files, texts), leave()}} ctx
   */
  constructor(command, ctx, texts = {}) {
    this.command = command;
    this.ctx = ctx;
    this.more = el('input', {
      type: 'text', class: 'field-more', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'send', 'aria-label': 'Ajouter une option',
    });
    this.element = el('div', { class: 'command-form', role: 'group', 'aria-label': `Commande /${command.name}` },
      el('span', { class: 'command-name' }, `/${command.name}`), this.more);
    this.element.addEventListener('keydown', (event) => this.#keydown(event));
    this.element.addEventListener('focusin', (event) => this.#focused(event.target));
    this.element.addEventListener('focusout', () => this.#ask.cancel());
    this.more.addEventListener('input', () => this.#typedMore());
    for (const option of command.options) if (option.required || texts[option.name]) this.#add(option, texts[option.name]);
    this.#describeMore();
  }

  focus() {
    (this.#fields.find((field) => field.isEmpty)?.input ?? this.more).focus();
  }

  get #left() {
    return this.command.options.filter((option) => !this.#fields.some((field) => field.option === option));
  }

  #add(option, text = '') {
    const field = new OptionField(option, this.ctx.store, () => this.#remove(field));
    field.type(text);
    field.input.addEventListener(field.isFile ? 'change' : 'input', () => (field.isFile ? this.#next() : this.#typed(field)));
    this.#fields.push(field);
    this.more.before(field.element);
    this.#describeMore();
    return field;
  }

  #remove(field) {
    const at = this.#fields.indexOf(field);
    this.#fields.splice(at, 1);
    (this.#fields[at - 1]?.input ?? this.more).focus();
    field.element.remove();
    this.#describeMore();
  }

  #describeMore() {
    const count = this.#left.length;
    this.more.readOnly = !count;
    this.more.placeholder = count ? `+ ${count} option${count > 1 ? 's' : ''}` : '⏎';
    this.more.setAttribute('aria-label', count ? 'Ajouter une option, ou Entrée pour envoyer' : 'Entrée pour envoyer la commande');
  }

  #focused(target) {
    const field = this.#fields.find(({ input }) => input === target);
    this.ctx.suggestions.error('');
    this.#help(field);
    if (field) this.#suggest(field);
    else this.#typedMore();
  }

  #help(field) {
    const about = field
      ? [el('strong', {}, field.option.name), ' ', field.description, field.option.required ? '' : el('span', { class: 'faint' }, ' · facultatif')]
      : [el('strong', {}, `/${this.command.name}`), ' ', this.command.description];
    this.ctx.suggestions.help(about);
  }

  /** Lists the options not given yet; « etat: » typed in full takes it, with what follows it. */
  #typedMore() {
    const { head, values } = readNamed(this.#left.map((option) => option.name), this.more.value);
    if (!head && Object.keys(values).length) {
      this.more.value = '';
      this.#spread(values);
      return;
    }
    const typed = head.toLowerCase();
    const items = this.#left.filter((option) => option.name.includes(typed))
      .map((option) => ({ value: option, label: option.name, description: option.description_localizations?.fr ?? option.description }));
    this.ctx.suggestions.list(this.more, { items, onPick: (item) => this.#take(item.value), active: typed ? 0 : -1, label: 'Options' });
  }

  /** « à venir organisme:MSSS » typed in one box goes on in the next; its own name is not part of it. */
  #typed(field) {
    const written = field.input.value;
    const own = `${field.option.name}:`;
    const value = written.toLowerCase().startsWith(own) ? written.slice(own.length).trimStart() : written;
    const open = this.command.options.filter((option) => option !== field.option
      && this.#fields.every((other) => other.option !== option || other.isEmpty));
    const { head, values } = readNamed(open.map((option) => option.name), value);
    const goesOn = Object.keys(values).length > 0;
    if (goesOn || value !== written) field.type(goesOn ? head : value);
    if (goesOn) this.#spread(values);
    else this.#suggest(field);
  }

  /** Puts each text in the box of its option, and goes to the last. */
  #spread(values) {
    for (const [name, text] of Object.entries(values)) {
      const field = this.#fields.find(({ option }) => option.name === name)
        ?? this.#add(this.command.options.find((option) => option.name === name));
      field.type(text);
      field.input.focus();
    }
  }

  #take(option) {
    this.more.value = '';
    this.#add(option).input.focus();
  }

  #suggest(field) {
    this.#turn += 1;
    const known = field.suggestions();
    if (known) {
      this.ctx.suggestions.list(field.input, { items: known, onPick: (item) => this.#picked(field, item), empty: 'Rien de ce nom dans la liste.', label: field.option.name });
    } else if (field.autocompletes) {
      this.ctx.suggestions.stale(field.input);
      this.#ask(field);
    } else {
      this.ctx.suggestions.list(field.isFile ? null : field.input, { items: [], onPick: () => {} });
    }
  }

  /** Asks the bot; an answer that is no longer to the latest question is dropped. */
  async #autocomplete(field) {
    const turn = this.#turn;
    const values = this.#values({ strict: false }).filter((value) => value.name !== field.option.name);
    const focused = { name: field.option.name, type: field.option.type, value: field.input.value, focused: true };
    let choices = [];
    try {
      choices = await this.ctx.complete(this.command, optionTree(this.command, [...values, focused]));
    } catch {
      // No suggestion is only less help: what is typed can be sent all the same.
    }
    if (turn !== this.#turn || document.activeElement !== field.input) return;
    const items = choices.map((choice) => ({ value: choice.value, label: choice.name }));
    // Nothing typed, nothing picked by Enter: a measure is never chosen by accident.
    const active = field.text ? 0 : -1;
    this.ctx.suggestions.list(field.input, { items, onPick: (item) => this.#picked(field, item), active, label: field.option.name });
  }

  #picked(field, item) {
    this.#turn += 1;
    field.take(item);
    this.#next();
  }

  /** Goes to the next box that must be filled, else to the end. */
  #next() {
    (this.#fields.find((field) => field.option.required && field.isEmpty)?.input ?? this.more).focus();
  }

  #keydown(event) {
    const field = this.#fields.find(({ input }) => input === event.target);
    const { suggestions } = this.ctx;
    if (event.isComposing || event.target.matches('.field-remove')) return;
    if (event.key === 'Tab' && !event.shiftKey && field?.text && suggestions.isListing && suggestions.listbox.active) {
      event.preventDefault();
      suggestions.listbox.pick();
    } else if (suggestions.keydown(event)) {
      // Used by the list.
    } else if (event.key === 'Enter' && !(field?.isFile && field.isEmpty)) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.ctx.leave('');
    } else if (event.key === 'Backspace' && !event.target.value) {
      event.preventDefault();
      this.#back(field);
    }
  }

  /** Backspace in an empty box: out of an option, back to the one before, or out of the command. */
  #back(field) {
    const at = field ? this.#fields.indexOf(field) : this.#fields.length;
    if (field && !field.option.required) this.#remove(field);
    else if (at > 0) this.#fields[at - 1].input.focus();
    else this.ctx.leave(`/${this.command.name}`);
  }

  #values({ strict }) {
    const read = (field) => {
      try {
        return field.value();
      } catch (problem) {
        if (strict) throw Object.assign(problem, { field });
        return undefined;
      }
    };
    return this.#fields.map((field) => ({ name: field.option.name, type: field.option.type, value: read(field) }))
      .filter((option) => option.value !== undefined);
  }

  /** Sends the command, or shows what is still wrong with it. */
  async submit() {
    try {
      const values = this.#values({ strict: true });
      const files = await Promise.all(this.#fields.filter((field) => field.isFile && !field.isEmpty).map((field) => field.file()));
      const texts = Object.fromEntries(this.#fields.map((field) => [field.option.name, field.text]));
      this.ctx.submit(this.command, optionTree(this.command, values), files, texts);
    } catch (problem) {
      if (!(problem instanceof BadValue)) throw problem;
      if (problem.field) {
        problem.field.input.focus();
        problem.field.invalid = true;
      }
      this.ctx.suggestions.error(problem.message);
    }
  }
}
