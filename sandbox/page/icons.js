// The page's own icons: strokes on a 24 × 24 grid, drawn in the colour of the text.

const NS = 'http://www.w3.org/2000/svg';

const PATHS = {
  hash: ['M5 9h14', 'M4 15h14', 'M10 4 8 20', 'M16 4l-2 16'],
  thread: ['M5 4v9a3 3 0 0 0 3 3h11', 'm15 12 4 4-4 4', 'M10 5h9', 'M10 10h5'],
  direct: ['M4 6h16v11H9l-5 4z'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  close: ['M6 6l12 12', 'M18 6 6 18'],
  send: ['M5 12h13', 'm12 5 7 7-7 7'],
  reply: ['m9 7-5 5 5 5', 'M4 12h9a7 7 0 0 1 7 7'],
  more: ['M5 12h.01', 'M12 12h.01', 'M19 12h.01'],
  copy: ['M9 9h11v11H9z', 'M15 9V4H4v11h5'],
  app: ['M4 4h6v6H4z', 'M14 4h6v6h-6z', 'M4 14h6v6H4z', 'M17 14v6', 'M14 17h6'],
  eye: ['M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z', 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
  download: ['M12 4v11', 'm7 10 5 5 5-5', 'M5 20h14'],
  upload: ['M12 16V5', 'm7 10 5-5 5 5', 'M5 20h14'],
  chevron: ['m6 9 6 6 6-6'],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  slash: ['M15 5 9 19'],
  external: ['M13 5h6v6', 'M19 5l-8 8', 'M17 14v5H5V7h5'],
  swap: ['M4 8h14', 'm14 4 4 4-4 4', 'M20 16H6', 'm10 12-4 4 4 4'],
  down: ['M12 5v14', 'm6 13 6 6 6-6'],
  alert: ['M12 4 2.8 20h18.4z', 'M12 10v4', 'M12 17h.01'],
};

function shape(tag, attributes) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** A decorative icon (hidden from screen readers: the control around it has the name). */
export function icon(name) {
  const svg = shape('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' });
  for (const d of PATHS[name]) svg.append(shape('path', { d }));
  return svg;
}

/** Vigie's mark: a V that holds a watch light. */
export function mark() {
  const svg = shape('svg', { viewBox: '0 0 32 32', class: 'mark', 'aria-hidden': 'true', focusable: 'false' });
  svg.append(
    shape('rect', { width: 32, height: 32, rx: 9, class: 'mark-ground' }),
    shape('path', { d: 'M7.5 11.5 16 25l8.5-13.5', class: 'mark-v' }),
    shape('circle', { cx: 16, cy: 10, r: 3.2, class: 'mark-light' }),
  );
  return svg;
}
