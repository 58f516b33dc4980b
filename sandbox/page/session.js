// What this tab remembers: who one is and which channel is open, in the address, so that
// a reload keeps them and two tabs can be two people. Read marks are kept per person.

const PERSON = 'personne';
const CHANNEL = 'salon';

function parameters() {
  return new URLSearchParams(location.hash.slice(1));
}

function write(name, value) {
  const present = parameters();
  if (value) present.set(name, value);
  else present.delete(name);
  history.replaceState(history.state, '', `#${present}`);
}

export const session = {
  get person() { return parameters().get(PERSON); },
  set person(id) { write(PERSON, id); },
  get channel() { return parameters().get(CHANNEL); },
  set channel(id) { write(CHANNEL, id); },

  /** Whether a private answer was closed in this tab. */
  dismissed(messageId) { return dismissed().includes(messageId); },
  dismiss(messageId) { sessionStorage.setItem(DISMISSED, JSON.stringify([...dismissed(), messageId])); },
};

/** The person and the channel (Discord's objects) that the address names, where they exist. */
export function personOfAddress(people) {
  return people.find(({ user }) => [user.id, user.username].includes(session.person))?.user;
}

export function channelOfAddress(channels) {
  return channels.find(({ id, name }) => [id, name].includes(session.channel));
}

const DISMISSED = 'vigie.fermes';

function dismissed() {
  return JSON.parse(sessionStorage.getItem(DISMISSED)) ?? [];
}

const READ_KEY = (person) => `vigie.lu.${person}`;

/** {channel id: id of the last message seen} of a person; null for one who never came here. */
export function readMarks(person) {
  try {
    return JSON.parse(localStorage.getItem(READ_KEY(person)));
  } catch {
    return null;
  }
}

export function keepReadMarks(person, marks) {
  try {
    localStorage.setItem(READ_KEY(person), JSON.stringify(marks));
  } catch {
    // A browser that refuses storage only loses its unread marks at a reload.
  }
}
