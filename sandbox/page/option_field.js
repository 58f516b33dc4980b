// One option of a slash command: its box, what it suggests, and the value it stands for.

import { channelItems, roleItems, userItems } from './avatars.js';
import { OPTION } from './commands.js';
import { el } from './dom.js';
import { plain } from './format.js';
import { expandMentions } from './mentions.js';

const BOOLEANS = [{ value: true, label: 'Oui' }, { value: false, label: 'Non' }];
const MOST = 25;

/** The largest file Discord takes, in bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024;

/** Thrown for a value that cannot be sent; `message` tells the person what is expected. */
export class BadValue extends Error {}

export class OptionField {
  #picked = null;

  /** @param {Object} option Discord's option; @param {function()} onRemove for an optional one */
  constructor(option, store, onRemove) {
    this.option = option;
    this.store = store;
    this.isFile = option.type === OPTION.ATTACHMENT;
    this.input = this.isFile ? el('input', { type: 'file', class: 'file-native' }) : el('input', {
      type: 'text', class: 'field-input', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'send',
      inputmode: [OPTION.INTEGER, OPTION.NUMBER].includes(option.type) ? 'decimal' : null,
    });
    this.input.setAttribute('aria-label', `${option.name}${option.required ? ', obligatoire' : ''} : ${this.description}`);
    this.input.addEventListener('input', () => { this.#picked = null; this.invalid = false; });
    this.element = el('label', { class: 'field', dataset: { option: option.name } }, el('span', { class: 'field-name', 'aria-hidden': 'true' }, option.name), this.input);
    if (this.isFile) this.#showFile();
    if (!option.required) {
      this.element.append(el('button', { type: 'button', class: 'field-remove', tabindex: '-1', 'aria-label': `Retirer ${option.name}`, on: { click: onRemove } }, '×'));
    }
  }

  /** The browser's own file button speaks the browser's language: its text is replaced. */
  #showFile() {
    const text = el('span', { class: 'field-file', 'aria-hidden': 'true' }, 'Choisir un fichier');
    this.input.addEventListener('change', () => { text.textContent = this.input.files[0]?.name ?? 'Choisir un fichier'; });
    this.element.append(text);
  }

  get description() {
    return this.option.description_localizations?.fr ?? this.option.description ?? '';
  }

  get text() { return this.isFile ? '' : this.input.value.trim(); }
  get isEmpty() { return this.isFile ? !this.input.files.length : !this.text; }
  get autocompletes() { return Boolean(this.option.autocomplete); }

  set invalid(is) {
    if (is) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }

  /** Puts a text in, as if it had been typed. */
  type(text) {
    if (this.isFile) return;
    this.input.value = text;
    this.#picked = null;
  }

  /** Takes a suggestion: its label is shown, its value is sent. */
  take(item) {
    this.input.value = item.label;
    this.#picked = item;
    this.invalid = false;
  }

  /** Suggestions known without asking the bot, by what is typed; null where the option has none. */
  suggestions() {
    const all = this.#known();
    if (!all) return null;
    const typed = this.#picked ? '' : plain(this.text.replace(/^[@#]/, ''));
    return all.filter((item) => plain(`${item.label} ${item.hint ?? ''}`).includes(typed)).slice(0, MOST);
  }

  #known() {
    const { type, choices } = this.option;
    if (choices?.length) return choices.map((choice) => ({ value: choice.value, label: choice.name_localizations?.fr ?? choice.name }));
    if (type === OPTION.BOOLEAN) return BOOLEANS;
    if (type === OPTION.USER) return userItems(this.store);
    if (type === OPTION.ROLE) return roleItems(this.store);
    if (type === OPTION.MENTIONABLE) return [...userItems(this.store), ...roleItems(this.store)];
    if (type === OPTION.CHANNEL) return channelItems(this.store, this.option.channel_types);
    return null;
  }

  /**
   * The value to send, typed as the option's type; undefined where nothing was given.
   * @throws {BadValue}
   */
  value() {
    if (this.isEmpty) {
      if (this.option.required) throw new BadValue(`Il manque « ${this.option.name} » : ${this.description.replace(/\.$/, '')}.`);
      return undefined;
    }
    if (this.isFile) return this.#fileName();
    if (this.#picked) return this.#picked.value;
    const known = this.#known();
    if (known) return this.#among(known);
    return [OPTION.INTEGER, OPTION.NUMBER].includes(this.option.type) ? this.#number() : this.#string();
  }

  /** An attachment's value is its option's name; the chat puts the id of the file in its place. */
  #fileName() {
    const [file] = this.input.files;
    if (file.size > FILE_LIMIT) throw new BadValue(`« ${file.name} » dépasse 10 Mo.`);
    return this.option.name;
  }

  /** A name typed in full counts as chosen, and so does the only one that begins so, or has it. */
  #among(known) {
    const typed = plain(this.text.replace(/^[@#]/, ''));
    const exact = known.find((item) => [item.label, item.hint, String(item.value)].some((name) => name && plain(name) === typed));
    const only = (fits) => (fits.length === 1 ? fits[0] : null);
    const found = exact ?? only(known.filter((item) => plain(item.label).startsWith(typed)))
      ?? only(known.filter((item) => plain(item.label).includes(typed)));
    if (!found) throw new BadValue(`« ${this.option.name} » se choisit dans la liste.`);
    return found.value;
  }

  #number() {
    const number = Number(this.text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
    const { name, type, min_value: min = -Infinity, max_value: max = Infinity } = this.option;
    if (!Number.isFinite(number)) throw new BadValue(`« ${name} » doit être un nombre.`);
    if (type === OPTION.INTEGER && !Number.isInteger(number)) throw new BadValue(`« ${name} » doit être un nombre entier.`);
    if (number < min) throw new BadValue(`« ${name} » doit être d'au moins ${min}.`);
    if (number > max) throw new BadValue(`« ${name} » doit être d'au plus ${max}.`);
    return number;
  }

  #string() {
    const { name, min_length: min = 0, max_length: max = 6000 } = this.option;
    const text = expandMentions(this.text, this.store);
    if (text.length < min) throw new BadValue(`« ${name} » demande au moins ${min} caractères.`);
    if (text.length > max) throw new BadValue(`« ${name} » est limité à ${max} caractères (il y en a ${text.length}).`);
    return text;
  }

  /** The file of an attachment option, as the protocol carries it. */
  async file() {
    const file = this.input.files[0];
    return { name: this.option.name, filename: file.name, data_base64: await readBase64(file) };
  }
}

/** A File's bytes in base64, without the data URL's head. */
export function readBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(new BadValue(`Le fichier « ${file.name} » ne peut pas être lu.`));
    reader.readAsDataURL(file);
  });
}
