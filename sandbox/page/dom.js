// Building the page's elements. Text only ever enters through text nodes, so that
// nothing a person or the bot writes can become markup.

/**
 * Creates an element.
 * @param {string} tag
 * @param {Object} [props] attributes; `class`, `on` ({event: listener}), `dataset` and
 *   `style` ({--custom or property: value}) are special; false, null and undefined are left out.
 * @param {...(Node|string|null|Array)} children
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(node, name, value);
  append(node, children);
  return node;
}

function setProp(node, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name === 'class') node.className = value;
  else if (name === 'on') for (const [type, f] of Object.entries(value)) node.addEventListener(type, f);
  else if (name === 'dataset') Object.assign(node.dataset, value);
  else if (name === 'style') for (const [key, v] of Object.entries(value)) node.style.setProperty(key, v);
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** Appends nodes, strings and nested arrays; null, undefined and false are skipped. */
export function append(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child);
  }
  return node;
}

/** Replaces everything inside `node`. */
export function fill(node, ...children) {
  node.replaceChildren();
  return append(node, ...children);
}

let counter = 0;

/** A document-unique id, for the ARIA attributes that refer to elements. */
export function uid(prefix) {
  counter += 1;
  return `${prefix}-${counter}`;
}

/** Text read by screen readers and not shown. */
export function hidden(text) {
  return el('span', { class: 'sr-only' }, text);
}

/** Calls `f` once things have been quiet for `ms`; `.cancel()` forgets a waiting call. */
export function debounce(f, ms) {
  let timer = 0;
  const later = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => f(...args), ms);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}
