import { LinkChecker } from 'linkinator';

export interface Links {
  /** A line a link: `<address> (<status>) on <page>`, also for an anchor that its page does not have. */
  readonly broken: readonly string[];
  /** Addresses that the pages link to, without fragments. */
  readonly followed: ReadonlySet<string>;
}

/** Follows the links of the pages at `path` (addresses or files) as far as they stay on this machine. */
export async function followLinks(path: string[], recurse: boolean): Promise<Links> {
  const { links } = await new LinkChecker().check({
    path,
    recurse,
    checkFragments: true,
    checkCss: true,
    redirects: 'error', // a link names its page, with the slash at its end
    linksToSkip: async (link) => !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(link),
    // The scratchpad's fragment is a program, the guide's may be answers, which the content check reads.
    fragmentsToSkip: async (fragment, url) => {
      const { pathname } = new URL(url);
      return pathname === '/scratchpad/' || (pathname === '/decide/' && fragment.includes('='));
    },
  });
  return {
    broken: links
      .filter(({ state }) => state === 'BROKEN')
      .map(({ url, status, parent }) => `${url} (${status}) on ${parent}`),
    followed: new Set(links.map(({ url }) => url.replace(/#.*/, ''))),
  };
}
