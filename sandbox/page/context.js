// What messages and forms may know of the page, and do with it.

import { readTyped } from './commands.js';
import { showImage } from './media.js';
import { isEphemeral } from './message.js';

/** The `ctx` that every drawing function takes. */
export function pageContext(page) {
  const { store } = page;
  const ctx = {
    store,
    /** Whether the person holds this role. */
    isMine: (roleId) => store.people.get(store.me.id)?.role_names?.includes(store.roles.get(roleId)?.name) ?? false,
    canReply: (message) => Boolean(page.channel?.can_write) && !isEphemeral(message),
    openChannel: (id) => page.open(id),
    /** Whether a text is a registered command, with or without its options. */
    isCommand: (text) => readTyped(page.store.slash, text) !== null,
    useCommand: (name) => page.composer.useText(`/${name}`),
    press: (...args) => page.actions.press(...args),
    openMenu: (...args) => page.actions.openMenu(...args),
    reply: (message) => ctx.canReply(message) && page.composer.setReply(message, store.userName(message.author)),
    dismiss: (message) => page.dismiss(message),
    jumpTo: (id) => page.log.goTo(id),
    focusComposer: () => page.composer.focus(),
    showImage,
  };
  return ctx;
}
