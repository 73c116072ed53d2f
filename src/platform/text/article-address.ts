/** What only follows the visitor. */
const FOLLOWS = /^(?:utm_.*|fbclid|gclid|zarsrc|igshid|ref|ref_src|source|mobile|amp)$/u;

/**
 * An address as it is kept, and by what the same article is known wherever its address was read: what follows the
 * visitor, www and m, the fragment and a slash at its end do not count. Null: no address of the web.
 */
export function articleAddress(given: string): { url: string; key: string } | null {
  const parsed = URL.parse(given);
  if (!parsed || !["https:", "http:"].includes(parsed.protocol)) return null;
  for (const name of [...parsed.searchParams.keys()])
    if (FOLLOWS.test(name.toLowerCase())) parsed.searchParams.delete(name);
  parsed.hash = "";
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^(?:www|m|amp)\./, "");
  return { url: parsed.toString(), key: `${host}${parsed.pathname.replace(/\/+$/, "")}${parsed.search}` };
}
