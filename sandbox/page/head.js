// The head of the conversation: which channel this is.

import { channelIcon } from './avatars.js';
import { fill } from './dom.js';
import { CHANNEL } from './store.js';

/** A channel's name as one says it: « #général », or the person of a private conversation. */
export function placeName(channel, store) {
  const name = store.channelName(channel);
  return channel.type === CHANNEL.TEXT ? `#${name}` : name;
}

export function drawHead(channel, store) {
  fill(document.getElementById('channel-name'), channelIcon(channel), store.channelName(channel));
  document.getElementById('channel-topic').textContent = channel.topic ?? '';
}
