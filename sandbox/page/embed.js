// Classic embeds: author, title, description, fields, pictures, footer.

import { el } from './dom.js';
import { fullMoment } from './format.js';
import { inline } from './inline.js';
import { markdown } from './markdown.js';
import { picture, resolve } from './media.js';

/** One embed of a message; empty parts are left out. */
export function embed(data, message, ctx) {
  const colour = Number.isInteger(data.color) ? `#${data.color.toString(16).padStart(6, '0')}` : null;
  const body = el('div', { class: 'embed-body' },
    data.author && el('div', { class: 'embed-author' }, titled(data.author.name, data.author.url)),
    data.title && el('div', { class: 'embed-title' }, titled(inline(data.title, ctx), data.url)),
    data.description && el('div', { class: 'md' }, markdown(data.description, ctx)),
    data.fields?.length ? fields(data.fields, ctx) : null,
    data.image && picture({ url: resolve(data.image.url, message), alt: data.image.description ?? data.title, width: data.image.width, height: data.image.height }, ctx),
    footer(data));
  return el('article', { class: 'embed', style: colour ? { '--accent-bar': colour } : {} }, body,
    data.thumbnail && picture({ url: resolve(data.thumbnail.url, message), alt: data.thumbnail.description, className: 'thumbnail' }, ctx));
}

function titled(content, url) {
  const safe = /^https?:\/\//.test(url ?? '');
  return safe ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, content) : content;
}

function fields(list, ctx) {
  return el('dl', { class: 'embed-fields' }, list.map((field) => el('div', { class: field.inline ? 'embed-field inline' : 'embed-field' },
    el('dt', {}, inline(field.name, ctx)), el('dd', { class: 'md' }, markdown(field.value, ctx)))));
}

function footer({ footer: foot, timestamp }) {
  const parts = [foot?.text, timestamp && fullMoment(new Date(timestamp))].filter(Boolean);
  return parts.length ? el('div', { class: 'embed-footer' }, parts.join(' · ')) : null;
}
