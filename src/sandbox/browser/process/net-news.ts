/** What the host tells of ports and links. It is of interest to those who have asked for one: `net.ts`, on the shelf. */
import type { NetNews } from '../wire/net-messages.ts';

export let receiveNet: (news: NetNews) => void = () => undefined;

export function onNetNews(receive: typeof receiveNet): void {
  receiveNet = receive;
}
