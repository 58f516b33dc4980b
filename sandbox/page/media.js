// Pictures, galleries, files to download, and the picture seen large.

import { showDialog } from './dialog.js';
import { el, fill } from './dom.js';
import { fileSize } from './format.js';
import { icon } from './icons.js';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address of something on this very server, as a path; null for anything elsewhere, which
 * the page never loads. The server may call itself by another of its loopback names.
 */
function ownUrl(url) {
  if (!url || !URL.canParse(url, location.href)) return null;
  const parsed = new URL(url, location.href);
  if (!/^https?:$/.test(parsed.protocol)) return null;
  const ours = parsed.origin === location.origin
    || (LOOPBACK.has(parsed.hostname) && LOOPBACK.has(location.hostname) && parsed.port === location.port);
  return ours ? parsed.pathname + parsed.search : null;
}

/** « attachment://name » as the address of that attachment; anything else as it is. */
export function resolve(url, message) {
  if (!url?.startsWith('attachment://')) return url;
  return message.attachments?.find((item) => item.filename === url.slice('attachment://'.length))?.url;
}

/** A picture that opens large; a link where it lies on another server. */
export function picture({ url, alt, width, height, spoiler = false, className = '' }, ctx) {
  const src = ownUrl(url);
  if (!src) return outside(url, alt || 'Image');
  const image = el('img', { src, alt: alt || '', width: width || null, height: height || null, loading: 'lazy', decoding: 'async' });
  const button = el('button', { type: 'button', class: `picture ${className}`, 'aria-label': `Agrandir l'image${alt ? ` : ${alt}` : ''}` }, image);
  image.addEventListener('error', () => fill(button, el('span', { class: 'picture-lost' }, 'Image introuvable')), { once: true });
  button.addEventListener('click', () => {
    if (button.classList.contains('veiled')) button.classList.remove('veiled');
    else ctx.showImage(src, alt);
  });
  if (spoiler) button.classList.add('veiled');
  return button;
}

function outside(url, label) {
  const safe = /^https?:\/\//.test(url ?? '');
  return safe
    ? el('a', { class: 'outside', href: url, target: '_blank', rel: 'noopener noreferrer' }, icon('external'), label)
    : el('span', { class: 'outside' }, label);
}

/** Up to ten pictures side by side. */
export function gallery(pictures, ctx) {
  const count = Math.min(pictures.length, 4);
  return el('div', { class: `gallery gallery-${count}` }, pictures.map((item) => picture(item, ctx)));
}

/** A file to save. */
export function fileCard({ url, name, size }) {
  const href = ownUrl(url);
  return el('div', { class: 'file' },
    el('span', { class: 'file-icon' }, icon('file')),
    el('span', { class: 'file-text' }, el('span', { class: 'file-name' }, name), el('span', { class: 'file-size' }, fileSize(size))),
    href && el('a', { class: 'icon-button', href, download: name, 'aria-label': `Télécharger ${name}`, title: 'Télécharger' }, icon('download')));
}

const isImage = ({ content_type: type, filename }) => (type ? type.startsWith('image/') : /\.(png|jpe?g|gif|webp)$/i.test(filename));

/** A message's attachments: pictures together, then the files. */
export function attachments(list, ctx) {
  const images = list.filter(isImage).map((item) => ({
    url: item.url, alt: item.description || item.filename, width: item.width, height: item.height,
    spoiler: item.filename.startsWith('SPOILER_'),
  }));
  const files = list.filter((item) => !isImage(item)).map((item) => fileCard({ ...item, name: item.filename }));
  return [images.length ? gallery(images, ctx) : null, ...files];
}

/** Shows a picture over the page; Escape, or a click anywhere, leaves it. */
export function showImage(src, alt) {
  const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Fermer' }, icon('close'));
  const dialog = el('dialog', { class: 'viewer', 'aria-label': alt || 'Image' },
    el('img', { src, alt: alt || '' }),
    el('div', { class: 'viewer-bar' }, el('span', { class: 'viewer-text' }, alt || ''),
      el('a', { class: 'icon-button', href: src, download: '', 'aria-label': "Télécharger l'image" }, icon('download')), close));
  dialog.addEventListener('click', (event) => event.target.closest('a') || dialog.close());
  showDialog(dialog, close);
}
