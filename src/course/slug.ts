/** The ids that Astro gives to headings, so that links to them can be checked before there is a page. */

/**
 * Makes ids in the order of one page's headings: lower case, spaces as hyphens, everything dropped that is
 * no letter, digit, mark, underscore or hyphen; the second of the same text ends in `-1`.
 * The same as github-slugger 2, which Astro uses; a test compares the two.
 */
export function createSlugs(): (heading: string) => string {
  const repeats = new Map<string, number>();
  return (heading) => {
    const first = heading
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let slug = first;
    while (repeats.has(slug)) {
      const repeat = (repeats.get(first) ?? 0) + 1;
      repeats.set(first, repeat);
      slug = `${first}-${repeat}`;
    }
    repeats.set(slug, 0);
    return slug;
  };
}
