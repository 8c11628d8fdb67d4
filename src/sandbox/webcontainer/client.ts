/**
 * StackBlitz's own client, bundled into one script of the site's. It keeps its frame in the state of its module, so a
 * container that is lost takes the client with it: `container.ts` loads the script anew for each.
 */
export { configureAPIKey, WebContainer } from '@webcontainer/api';
