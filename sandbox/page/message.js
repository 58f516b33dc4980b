// One message of the log.

import { avatar } from './avatars.js';
import { actionRow } from './controls.js';
import { append, el, uid } from './dom.js';
import { embed } from './embed.js';
import { clock, fullMoment } from './format.js';
import { icon } from './icons.js';
import { layout } from './layout.js';
import { markdown } from './markdown.js';
import { attachments } from './media.js';
import { FLAG } from './store.js';

const KIND = { PIN: 6, JOIN: 7, THREAD: 18, REPLY: 19, MENU: 23 };

export const isEphemeral = (message) => Boolean(message.flags & FLAG.EPHEMERAL);
export const isLoading = (message) => Boolean(message?.flags & FLAG.LOADING);
const isLayout = (message) => Boolean(message.flags & FLAG.COMPONENTS_V2);

/**
 * Draws a message.
 * @param {Object} message Discord's
 * @param {boolean} first whether it opens a run of one author's messages (with avatar and name)
 * @param {Object} ctx what the page can do, see main.js
 */
export function messageNode(message, first, ctx) {
  const system = systemText(message, ctx);
  const named = uid('author');
  const classes = ['message', first || system ? 'first' : '', isEphemeral(message) ? 'ephemeral' : '', concernsMe(message, ctx) ? 'mentioned' : '', system ? 'system' : ''];
  const date = new Date(message.timestamp);
  const stamp = el('time', { class: 'message-time', datetime: date.toISOString(), title: fullMoment(date) }, clock(date));
  const node = el('div', {
    class: classes.filter(Boolean).join(' '), role: 'article', tabindex: '-1', dataset: { id: message.id }, 'aria-labelledby': named,
  });
  const name = ctx.store.userName(message.author);
  node.append(el('div', { class: 'message-side' }, first && !system ? avatar(message.author, ctx.store) : stamp.cloneNode(true)));
  const main = el('div', { class: 'message-main' });
  if (system) {
    main.append(el('p', { id: named, class: 'system-text' }, system));
  } else {
    main.append(...[context(message, ctx)].filter(Boolean));
    main.append(el('div', { class: first ? 'message-head' : 'sr-only', id: named },
      el('span', { class: 'message-author' }, name), ' ',
      message.author.bot ? el('span', { class: 'badge' }, 'appli') : null, ' ', stamp, ' ', first ? edited(message) : null));
    main.append(...body(message, ctx));
    if (!first) append(main, edited(message));
  }
  node.append(main, tools(message, ctx));
  return node;
}

/** The line above an answer: what it answers. */
function context(message, ctx) {
  const used = message.interaction_metadata;
  if (used?.name) {
    const fromMenu = message.type === KIND.MENU || used.command_type > 1;
    const command = fromMenu ? used.name : `/${used.name}`;
    return el('div', { class: 'message-context' }, icon('slash'), el('span', {}, ctx.store.userName(used.user), ' a utilisé '), el('span', { class: 'used-command' }, command));
  }
  const original = message.referenced_message;
  if (message.type === KIND.REPLY || (original && !isSystem(message))) {
    if (!original) return el('div', { class: 'message-context' }, icon('reply'), el('span', {}, 'Message supprimé'));
    return el('button', { type: 'button', class: 'message-context', on: { click: () => ctx.jumpTo(original.id) } },
      icon('reply'), el('span', { class: 'context-author' }, ctx.store.userName(original.author)),
      el('span', { class: 'context-text' }, plainText(original, ctx).replace(/\s+/g, ' ') || 'Message sans texte'));
  }
  return null;
}

function edited({ edited_timestamp: when, flags }) {
  return when && !(flags & FLAG.LOADING) ? el('span', { class: 'edited', title: fullMoment(new Date(when)) }, '(modifié)') : null;
}

function body(message, ctx) {
  const parts = [];
  if (isLoading(message)) {
    parts.push(el('p', { class: 'thinking' }, `${ctx.store.userName(message.author)} réfléchit`, el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'))));
  }
  if (message.content) parts.push(el('div', { class: 'md' }, markdown(message.content, ctx)));
  parts.push(...(message.embeds ?? []).map((data) => embed(data, message, ctx)));
  if (isLayout(message)) parts.push(...layout(message.components ?? [], message, ctx));
  else {
    parts.push(...attachments(message.attachments ?? [], ctx).filter(Boolean));
    parts.push(...(message.components ?? []).map((row) => actionRow(row, message, ctx)));
  }
  if (message.thread) parts.push(threadLink(message.thread, ctx));
  if (isEphemeral(message)) parts.push(privacy(message, ctx));
  return parts;
}

/** « Visible seulement par vous », with a way to make it go. */
function privacy(message, ctx) {
  return el('p', { class: 'privacy' }, icon('eye'), el('span', {}, 'Visible seulement par vous · '),
    el('button', { type: 'button', class: 'link-button', on: { click: () => ctx.dismiss(message) } }, 'Fermer ce message'));
}

function threadLink(thread, ctx) {
  return el('button', { type: 'button', class: 'thread-link', on: { click: () => ctx.openChannel(thread.id) } }, icon('thread'), `Fil : ${thread.name}`);
}

function tools(message, ctx) {
  const more = el('button', {
    type: 'button', class: 'icon-button', tabindex: '-1', 'aria-haspopup': 'menu', 'aria-label': 'Actions du message', title: 'Actions et applications',
    on: { click: () => ctx.openMenu(message, more) },
  }, icon('more'));
  const reply = el('button', {
    type: 'button', class: 'icon-button', tabindex: '-1', 'aria-label': 'Répondre', title: 'Répondre', on: { click: () => ctx.reply(message) },
  }, icon('reply'));
  return el('div', { class: 'message-tools' }, ctx.canReply(message) ? reply : null, more);
}

const isSystem = (message) => [KIND.PIN, KIND.JOIN, KIND.THREAD].includes(message.type);

function systemText(message, ctx) {
  const name = ctx.store.userName(message.author);
  if (message.type === KIND.THREAD) return `${name} a ouvert un fil : ${message.content}`;
  if (message.type === KIND.JOIN) return `${name} arrive dans le comité.`;
  if (message.type === KIND.PIN) return `${name} a épinglé un message.`;
  return null;
}

function concernsMe(message, ctx) {
  return message.mention_everyone || (message.mentions ?? []).some((user) => user.id === ctx.store.me.id)
    || (message.mention_roles ?? []).some((id) => ctx.isMine(id));
}

/** A message's text without its layout, with the names mentions stand for: for copying and quoting. */
export function plainText(message, ctx) {
  const collect = (parts) => (parts ?? []).flatMap((part) => [part.content, ...collect(part.components)].filter(Boolean));
  const embeds = (message.embeds ?? []).flatMap((data) => [data.title, data.description].filter(Boolean));
  const text = [message.content, ...embeds, ...collect(message.components)].filter(Boolean).join('\n');
  const shown = el('div', {}, markdown(text, ctx));
  for (const node of shown.children) node.append('\n');
  return shown.textContent.trim();
}
