// Discord's inline Markdown: emphasis, code, links, spoilers, mentions, time stamps.

import { append, el } from './dom.js';
import { fullMoment, timestamp } from './format.js';

/**
 * A pattern at the reading point, and what it becomes; the first that fits wins. The third, where
 * there is one, must not fit what stands before. The alternatives inside a repetition never fit
 * the same text, so that no message can make the search explode.
 */
const RULES = [
  [/^\\([^\p{L}\p{N}\s])/u, ([, character]) => character],
  [/^(`+)([^]*?[^`])\1(?!`)/, ([, , code], ctx) => codeSpan(code.replace(/^ (?=`)|(?<=`) $/g, ''), ctx)],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, ([, seconds, style]) => time(Number(seconds), style)],
  [/^<@!?(\d+)>/, ([, id], ctx) => mention(`@${ctx.store.nameOf(id) ?? 'personne inconnue'}`, id === ctx.store.me?.id)],
  [/^<@&(\d+)>/, ([, id], ctx) => mention(`@${ctx.store.roles.get(id)?.name ?? 'rôle inconnu'}`, ctx.isMine(id))],
  [/^<#(\d+)>/, ([, id], ctx) => channelLink(id, ctx)],
  [/^<\/([^:>]{1,100}):\d+>/, ([, name], ctx) => el('button', { type: 'button', class: 'mention', on: { click: () => ctx.useCommand(name) } }, `/${name}`)],
  [/^<a?(:\w{2,}:)\d+>/, ([, name]) => name],
  [/^@(everyone|here)\b/, ([all]) => mention(all, true)],
  [/^\[((?:\\.|[^[\]\\]|\[[^\]]*\])+)\]\(<?(https?:\/\/[^\s>()]+(?:\([^\s()]*\)[^\s>()]*)*)>?(?:\s+"([^"]*)")?\)/u,
    ([, label, href, title], ctx) => link(href, inline(label, ctx), title)],
  [/^<(https?:\/\/[^\s>]+)>/, ([, href]) => link(href, [href])],
  [/^https?:\/\/[^\s<]+[^\s<.,:;"'»”)\]!?]/, ([href]) => link(href, [href])],
  [/^\|\|([^]+?)\|\|/, ([, inner], ctx) => spoiler(inline(inner, ctx))],
  [/^\*\*\*((?:\\.|[^\\])+?)\*\*\*(?!\*)/, ([, inner], ctx) => el('strong', {}, el('em', {}, inline(inner, ctx)))],
  [/^\*\*((?:\\.|`[^`]*`|`(?![^`]*`)|[^\\`])+?)\*\*(?!\*)/, ([, inner], ctx) => el('strong', {}, inline(inner, ctx))],
  [/^__((?:\\.|[^\\])+?)__(?!_)/, ([, inner], ctx) => el('u', {}, inline(inner, ctx))],
  [/^~~((?:\\.|[^\\])+?)~~/, ([, inner], ctx) => el('s', {}, inline(inner, ctx))],
  [/^\*(?=\S)((?:\*\*(?:[^*])+\*\*|\\.|[^*\\])+?)(?<=\S)\*(?!\*)/, ([, inner], ctx) => el('em', {}, inline(inner, ctx))],
  [/^_(?=\S)((?:\\.|__[^_]+__|[^_\\])+?)_(?![\p{L}\p{N}_])/u, ([, inner], ctx) => el('em', {}, inline(inner, ctx)), /[\p{L}\p{N}]$/u],
];

const STARTS = /[\\`<@[|*_~h]/;

/**
 * Reads inline Markdown.
 * @param {string} text
 * @param {{store: Store, isMine(roleId): boolean, isCommand(text): boolean, openChannel(id), useCommand(name)}} ctx
 * @returns {(Node|string)[]}
 */
export function inline(text, ctx) {
  const out = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    const found = STARTS.test(text[at]) ? match(text.slice(at), ctx, literal) : null;
    if (found) {
      if (literal) out.push(literal);
      literal = '';
      out.push(found.node);
      at += found.length;
    } else {
      literal += text[at];
      at += 1;
    }
  }
  if (literal) out.push(literal);
  return out;
}

function match(rest, ctx, before) {
  for (const [pattern, build, notAfter] of RULES) {
    const found = pattern.exec(rest);
    if (found && !(notAfter?.test(before))) return { node: build(found, ctx), length: found[0].length };
  }
  return null;
}

/** Code; one that is a registered command can be pressed, to fill the composer with it. */
function codeSpan(code, ctx) {
  const node = el('code', {}, code);
  if (!code.startsWith('/') || !ctx.isCommand(code)) return node;
  return el('button', { type: 'button', class: 'try', title: 'Essayer', on: { click: () => ctx.useCommand(code.slice(1)) } }, node);
}

function time(seconds, style) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return `<t:${seconds}>`;
  const relative = style === 'R' ? { relative: '' } : {};
  return el('time', { datetime: date.toISOString(), title: fullMoment(date), dataset: relative }, timestamp(date, style));
}

function mention(name, isMe) {
  return el('span', { class: isMe ? 'mention mention-me' : 'mention' }, name);
}

function channelLink(id, ctx) {
  const channel = ctx.store.channels.get(id);
  if (!channel) return mention('#salon-inconnu', false);
  return el('button', { type: 'button', class: 'mention', on: { click: () => ctx.openChannel(id) } }, `#${ctx.store.channelName(channel)}`);
}

function link(href, children, title) {
  return el('a', { href, title: title ?? null, target: '_blank', rel: 'noopener noreferrer' }, children);
}

/** Text hidden until it is clicked, or Enter is pressed on it. */
function spoiler(children) {
  const show = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    if (node.classList.contains('shown')) return;
    event.preventDefault();
    node.classList.add('shown');
    node.removeAttribute('role');
    node.removeAttribute('tabindex');
    node.removeAttribute('aria-label');
  };
  const node = el('span', {
    class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Contenu masqué : afficher', on: { click: show, keydown: show },
  });
  return append(node, children);
}
