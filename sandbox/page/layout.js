// The parts of a Components V2 message: containers, sections, texts, pictures, files, separators.

import { actionRow, control, TYPE } from './controls.js';
import { el } from './dom.js';
import { markdown } from './markdown.js';
import { fileCard, gallery, picture, resolve } from './media.js';

const PARTS = {
  [TYPE.ROW]: actionRow,
  [TYPE.TEXT]: (part, message, ctx) => el('div', { class: 'md' }, markdown(part.content, ctx)),
  [TYPE.CONTAINER]: container,
  [TYPE.SECTION]: section,
  [TYPE.THUMBNAIL]: (part, message, ctx) => picture({ ...media(part, message), className: 'thumbnail' }, ctx),
  [TYPE.GALLERY]: (part, message, ctx) => gallery((part.items ?? []).map((item) => media(item, message)), ctx),
  [TYPE.FILE]: file,
  [TYPE.SEPARATOR]: (part) => el('div', {
    class: `separator ${part.spacing === 2 ? 'large' : ''} ${part.divider === false ? 'blank' : ''}`, role: part.divider === false ? null : 'separator',
  }),
};

/** Renders a list of components; kinds this page does not know say so instead of vanishing. */
export function layout(components, message, ctx) {
  return components.map((part) => {
    const build = PARTS[part.type];
    return build ? build(part, message, ctx) : el('p', { class: 'unknown' }, `Élément de type ${part.type} non affiché.`);
  });
}

function container(part, message, ctx) {
  const colour = Number.isInteger(part.accent_color) ? `#${part.accent_color.toString(16).padStart(6, '0')}` : null;
  const inside = layout(part.components, message, ctx);
  const node = el('div', { class: `container ${colour ? 'accented' : ''}`, style: colour ? { '--accent-bar': colour } : {} }, inside);
  return part.spoiler ? veil(node) : node;
}

/** Hides a whole container behind a button until it is asked for. */
function veil(node) {
  const shell = el('div', { class: 'veil' });
  shell.append(el('button', { type: 'button', class: 'button b-secondary', on: { click: () => shell.replaceWith(node) } }, 'Afficher le contenu masqué'));
  return shell;
}

function section(part, message, ctx) {
  const accessory = part.accessory?.type === TYPE.BUTTON
    ? control(part.accessory, message, ctx)
    : layout(part.accessory ? [part.accessory] : [], message, ctx);
  return el('div', { class: 'section' },
    el('div', { class: 'section-text' }, layout(part.components, message, ctx)),
    el('div', { class: 'section-accessory' }, accessory));
}

function media(part, message) {
  const source = part.media ?? part;
  return {
    url: resolve(source.url, message), alt: part.description, width: source.width, height: source.height, spoiler: Boolean(part.spoiler),
  };
}

function file(part, message) {
  const url = resolve(part.file.url, message);
  const attached = message.attachments?.find((item) => item.url === url);
  const name = part.name ?? attached?.filename ?? decodeURIComponent((url ?? part.file.url).split('?')[0].split('/').at(-1));
  return fileCard({ url, name, size: part.size ?? attached?.size });
}
