// What one does to messages and with commands, as requests to the chat.

import { KIND, menuCommands } from './commands.js';
import { openMenu } from './menu.js';
import { isEphemeral, plainText } from './message.js';
import { openModal } from './modal.js';
import { failureLine, pendingLine } from './status.js';

const PATIENCE = 350;

export class Actions {
  /** @param {Object} page the page: {store, connection, log, composer, channelId, ctx, refresh()} */
  constructor(page) {
    this.page = page;
  }

  /** Sends a plain message; a refusal gives the text back. */
  async send(content, reply, typed) {
    const { connection, channelId, log, composer } = this.page;
    log.toBottom();
    try {
      await connection.request('send', { channel_id: channelId, content, ...(reply ? { reply_to: reply.id } : {}) });
    } catch (refusal) {
      log.notice(failureLine("Le message n'a pas été envoyé.", refusal.message));
      composer.restore(typed);
    }
  }

  /** Runs a slash command; `texts` are what was typed, to take it up again after a failure. */
  async runCommand(command, options, files, texts) {
    const payload = { command_id: command.id, options, ...(files.length ? { files } : {}) };
    await this.#interact('command', payload, `/${command.name}`, () => this.page.composer.startCommand(command, texts));
  }

  /** What the bot proposes for the option being typed. */
  async complete(command, options) {
    const { connection, channelId } = this.page;
    const answer = await connection.request('autocomplete', { channel_id: channelId, command_id: command.id, options });
    return answer.choices;
  }

  /** A button pressed or a select changed; rejects with what to tell the person. */
  async press(message, component, values) {
    const answer = await this.page.connection.request('component', {
      message_id: message.id, channel_id: message.channel_id, custom_id: component.custom_id, component_type: component.type,
      ...(values ? { values } : {}),
    });
    this.#follow(answer);
  }

  /** The menu of a message. */
  openMenu(message, anchor, point) {
    const { ctx, store } = this.page;
    const own = [
      ctx.canReply(message) && { label: 'Répondre', icon: 'reply', hint: 'R', run: () => ctx.reply(message) },
      { label: 'Copier le texte', icon: 'copy', run: () => navigator.clipboard?.writeText(plainText(message, ctx)) },
      isEphemeral(message) && { label: 'Fermer ce message', icon: 'close', run: () => ctx.dismiss(message) },
    ].filter(Boolean);
    const entry = (target) => (command) => ({ label: command.name, icon: 'app', run: () => this.#runMenu(command, target) });
    const apps = isEphemeral(message) ? [] : menuCommands(store.commands, KIND.MESSAGE).map(entry(message.id));
    const about = menuCommands(store.commands, KIND.USER).map(entry(message.author.id));
    openMenu({
      anchor, point, label: 'Actions du message',
      sections: [{ items: own }, { title: 'Applications', items: apps }, { title: `Applications · ${store.userName(message.author)}`, items: about }],
    });
  }

  #runMenu(command, targetId) {
    return this.#interact('menu', { command_id: command.id, target_id: targetId }, `« ${command.name} »`);
  }

  async #interact(type, payload, name, retry) {
    const { connection, channelId, log } = this.page;
    let remove = () => {};
    const timer = setTimeout(() => { remove = log.notice(pendingLine(name)); }, PATIENCE);
    log.toBottom();
    try {
      this.#follow(await connection.request(type, { channel_id: channelId, ...payload }));
    } catch (refusal) {
      log.notice(failureLine(name, refusal.message, retry));
    } finally {
      clearTimeout(timer);
      remove();
    }
  }

  /** An interaction answered with a form opens it. */
  #follow(answer) {
    if (answer.t !== 'modal') return;
    openModal(answer.modal, this.page.ctx, async (components, files) => {
      const next = await this.page.connection.request('modal_submit', {
        modal_request_id: answer.request_id, components, ...(files.length ? { files } : {}),
      });
      this.#follow(next);
    });
  }
}
