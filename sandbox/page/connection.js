// The one WebSocket to the chat: requests with their answers, and coming back by itself.

const DELAYS = [300, 700, 1500, 3000, 5000];
const ANSWER_TIMEOUT = 20_000;
const ANSWERS = new Set(['done', 'failed', 'modal', 'choices']);

/** Leaves out what Discord gives as null: to the page, null and absent are the same. */
const present = (key, value) => value ?? undefined;

/** A request that was refused; `message` is French text for the person. */
export class Refusal extends Error {}

/**
 * Events: `event` (detail: a message of the chat, see PROTOCOL.md), `up`, and
 * `down` (detail: {retryIn: milliseconds}).
 */
export class Connection extends EventTarget {
  #socket = null;
  #user = null;
  #pending = new Map();
  #attempt = 0;
  #timer = 0;
  #counter = 0;

  /** Connects as the person with this id (null: whoever the chat proposes). */
  open(userId) {
    this.#user = userId;
    this.#attempt = 0;
    this.#connect();
  }

  get isUp() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Tries again now instead of waiting for the next turn. */
  retry() {
    if (this.isUp || this.#socket?.readyState === WebSocket.CONNECTING) return;
    this.#connect();
  }

  /** Sends something that has no answer; dropped while the chat is away. */
  send(type, payload = {}) {
    if (this.isUp) this.#socket.send(JSON.stringify({ t: type, ...payload }));
  }

  /**
   * Sends a request and waits for its answer (`done`, `modal` or `choices`).
   * @throws {Refusal} the chat refused it, the bot did not answer, or the connection was lost.
   */
  request(type, payload) {
    if (!this.isUp) return Promise.reject(new Refusal("La connexion est interrompue; rien n'a été envoyé."));
    this.#counter += 1;
    const id = `${Date.now().toString(36)}-${this.#counter}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id, { t: 'failed', reason: "L'application n'a pas répondu." }), ANSWER_TIMEOUT);
      this.#pending.set(id, { resolve, reject, timer });
      this.send(type, { request_id: id, ...payload });
    });
  }

  #connect() {
    clearTimeout(this.#timer);
    this.#drop();
    const url = new URL('/page/ws', location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    if (this.#user) url.searchParams.set('user', this.#user);
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#socket === socket && this.#receive(JSON.parse(data, present));
    socket.onclose = () => this.#socket === socket && this.#lost();
  }

  /** Lets go of the present socket without taking it for a loss. */
  #drop() {
    const old = this.#socket;
    this.#socket = null;
    if (old) old.close();
    this.#abandon();
  }

  #receive(message) {
    if (message.t === 'hello') {
      this.#attempt = 0;
      this.dispatchEvent(new Event('up'));
    }
    if (ANSWERS.has(message.t) && this.#settle(message.request_id, message)) return;
    this.dispatchEvent(new CustomEvent('event', { detail: message }));
  }

  #settle(id, message) {
    const request = this.#pending.get(id);
    if (!request) return false;
    this.#pending.delete(id);
    clearTimeout(request.timer);
    if (message.t === 'failed') request.reject(new Refusal(message.reason));
    else request.resolve(message);
    return true;
  }

  #abandon() {
    const lost = { t: 'failed', reason: 'La connexion a été interrompue avant la réponse.' };
    for (const id of [...this.#pending.keys()]) this.#settle(id, lost);
  }

  #lost() {
    this.#abandon();
    const retryIn = DELAYS[Math.min(this.#attempt, DELAYS.length - 1)];
    this.#attempt += 1;
    this.dispatchEvent(new CustomEvent('down', { detail: { retryIn } }));
    this.#timer = setTimeout(() => this.#connect(), retryIn);
  }
}
