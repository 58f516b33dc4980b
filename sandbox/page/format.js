// Dates, sizes and names as they are written in Québec. Times are the browser's own zone.

const LOCALE = 'fr-CA';
const NBSP = '\u00a0';

const HOUR = { hour: 'numeric', minute: '2-digit' };
const LONG_DATE = { day: 'numeric', month: 'long', year: 'numeric' };
const STYLES = {
  t: HOUR,
  T: { ...HOUR, second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: LONG_DATE,
  f: { ...LONG_DATE, ...HOUR },
  F: { weekday: 'long', ...LONG_DATE, ...HOUR },
};

const formatters = new Map();

function formatter(options) {
  const key = JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(LOCALE, options));
  return formatters.get(key);
}

/** Formats a Date; the first of a month written in words is « 1er ». */
function write(date, options) {
  const ordinal = options.month === 'long';
  return formatter(options).formatToParts(date)
    .map((part) => (ordinal && part.type === 'day' && part.value === '1' ? '1er' : part.value))
    .join('').replace(/[ \u202f](?=h\b|min\b|s\b)|(?<=\bh)[ \u202f]/g, NBSP);
}

/** « 9 h 30 » */
export const clock = (date) => write(date, HOUR);

/** « lundi 1er mars 2027 » */
const fullDay = (date) => write(date, { weekday: 'long', ...LONG_DATE });

/** « lundi 1er mars 2027, 9 h 30 » */
export const fullMoment = (date) => write(date, STYLES.F);

/** « aujourd'hui », « hier », else the full day. */
export function dayName(date, now = new Date()) {
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return "Aujourd'hui";
  if (days === 1) return 'Hier';
  return fullDay(date);
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const UNITS = [['year', 31_557_600], ['month', 2_629_800], ['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** « dans 30 jours », « demain », « il y a 2 heures ». */
export function relative(date, now = new Date()) {
  const seconds = (date - now) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** Discord's <t:…:style> marks: one of t T d D f F R. */
export function timestamp(date, style = 'f') {
  if (style === 'R') return relative(date);
  return write(date, STYLES[style] ?? STYLES.f);
}

/** « 12 ko », « 1,4 Mo » (bytes in, powers of 1000). */
export function fileSize(bytes) {
  if (!Number.isFinite(bytes)) return '';
  const [unit, size] = [['Go', 1e9], ['Mo', 1e6], ['ko', 1e3]].find(([, n]) => bytes >= n) ?? ['octets', 1];
  const digits = size > 1 && bytes / size < 10 ? 1 : 0;
  return `${(bytes / size).toLocaleString(LOCALE, { maximumFractionDigits: digits })}${NBSP}${unit}`;
}

/** « 4 000 ». */
export function integer(number) {
  return number.toLocaleString(LOCALE);
}

/** Up to two initials of a person's name. */
export function initials(name) {
  const words = name.split(/[\s\-–·]+/u).filter((word) => /^\p{L}/u.test(word));
  return words.slice(0, 2).map((word) => word[0].toLocaleUpperCase(LOCALE)).join('') || '?';
}

/** A stable number from 0 to `count` − 1 for an id, to give people a colour of their own. */
export function bucket(id, count) {
  let sum = 0;
  for (const character of String(id)) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % count;
}

/** Lower case without accents nor apostrophes that differ: what searches compare. */
export function plain(text) {
  return String(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").toLocaleLowerCase(LOCALE);
}

/** Orders two snowflakes given as strings. */
export function compareIds(a, b) {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}
