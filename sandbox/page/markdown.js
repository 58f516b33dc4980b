// Discord's Markdown by lines: headers, small text, quotes, lists, code blocks, paragraphs.

import { append, el } from './dom.js';
import { inline } from './inline.js';

const FENCE = /```(?:([\w+#.-]+)\n)?\n?([^]*?)\n?```/g;
const HEADER = /^(#{1,3})\s+(.+)$/;
const SMALL = /^-#\s+(.+)$/;
const QUOTE = /^>(?:\s|$)(.*)$/;
const QUOTE_ALL = /^>>>\s?/;
const ITEM = /^(\s*)(?:([-*])|(\d{1,9})\.)\s+(.*)$/;

/**
 * Renders a text as Discord would.
 * @param {string} text
 * @param {Object} ctx see `inline`
 * @returns {DocumentFragment}
 */
export function markdown(text, ctx) {
  const out = document.createDocumentFragment();
  let at = 0;
  for (const fence of text.matchAll(FENCE)) {
    append(out, blocks(text.slice(at, fence.index).replace(/\n$/, ''), ctx));
    out.append(codeBlock(fence[2], fence[1]));
    at = fence.index + fence[0].length;
    if (text[at] === '\n') at += 1;
  }
  return append(out, blocks(text.slice(at), ctx));
}

function codeBlock(code, language) {
  // Focusable, so that a wide table can be scrolled with the arrow keys.
  return el('pre', { tabindex: '0', 'aria-label': language ? `Code ${language}` : 'Code' }, el('code', {}, code));
}

function blocks(text, ctx) {
  const out = [];
  if (!text) return out;
  const lines = text.split('\n');
  let paragraph = [];
  const flush = () => {
    if (paragraph.length) out.push(el('div', { class: 'md-text' }, inline(paragraph.join('\n'), ctx)));
    paragraph = [];
  };
  for (let i = 0; i < lines.length;) {
    const special = block(lines, i, ctx);
    if (special) {
      flush();
      out.push(special.node);
      i = special.next;
    } else {
      paragraph.push(lines[i]);
      i += 1;
    }
  }
  flush();
  return out;
}

/** The block that begins at line `i`, and the line after it; null for ordinary text. */
function block(lines, i, ctx) {
  const line = lines[i];
  const header = HEADER.exec(line);
  // The levels are the message's own; the page's outline keeps its h1 and h2.
  if (header) return { node: heading(header[1].length, header[2], ctx), next: i + 1 };
  const small = SMALL.exec(line);
  if (small) return { node: el('div', { class: 'md-small' }, inline(small[1], ctx)), next: i + 1 };
  if (QUOTE_ALL.test(line)) {
    const all = [line.replace(QUOTE_ALL, ''), ...lines.slice(i + 1)].join('\n');
    return { node: el('blockquote', {}, blocks(all, ctx)), next: lines.length };
  }
  if (QUOTE.test(line)) return quote(lines, i, ctx);
  if (ITEM.test(line)) return list(lines, i, ctx);
  return null;
}

function heading(level, text, ctx) {
  return el('div', { class: `md-h${level}`, role: 'heading', 'aria-level': level + 2 }, inline(text, ctx));
}

function quote(lines, start, ctx) {
  const inner = [];
  let i = start;
  for (; i < lines.length && QUOTE.test(lines[i]); i += 1) inner.push(QUOTE.exec(lines[i])[1]);
  return { node: el('blockquote', {}, blocks(inner.join('\n'), ctx)), next: i };
}

/** A list, with the lists indented under its items. */
function list(lines, start, ctx) {
  const [, indent, bullet, number] = ITEM.exec(lines[start]);
  const node = bullet ? el('ul') : el('ol', { start: number });
  let i = start;
  while (i < lines.length) {
    const item = ITEM.exec(lines[i]);
    if (!item || item[1].length < indent.length) break;
    if (item[1].length > indent.length && node.lastChild) {
      const nested = list(lines, i, ctx);
      node.lastChild.append(nested.node);
      i = nested.next;
    } else {
      if (Boolean(item[2]) !== Boolean(bullet)) break;
      node.append(el('li', {}, inline(item[4], ctx)));
      i += 1;
    }
  }
  return { node, next: i };
}

/** Keeps « dans 3 minutes » true while the page stays open. */
export function refreshRelativeTimes(root, relative) {
  for (const node of root.querySelectorAll('time[data-relative]')) {
    node.textContent = relative(new Date(node.dateTime));
  }
}
