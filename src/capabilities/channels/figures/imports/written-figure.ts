/** So much is nothing that a post ever had. */
const MOST = 1_000_000_000_000;

/**
 * A count as people and consoles write it: 5200, 5.200, 5,200, "5 200"; null: left open ("", "-", "N/A").
 * undefined: it cannot be read. `times`: of what it is counted in, where it may have a fraction.
 */
export function countWritten(text: string, times: number): number | null | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/gu, "");
  if (/^(?:|-+|–|—|n\/?a|null|chưarõ|khôngcó)$/iu.test(bare)) return null;
  const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/u.test(bare) && times === 1;
  if (grouped || /^\d+$/u.test(bare)) {
    const value = Number(bare.replace(/[.,]/gu, "")) * times;
    return value <= MOST ? value : undefined;
  }
  // A count that a spreadsheet wrote as 12.0 is whole; hours may have a fraction.
  const whole = times === 1 ? /^\d+[.,]0+$/u : /^\d+[.,]\d+$/u;
  if (!whole.test(bare)) return undefined;
  const value = Math.round(Number(bare.replace(",", ".")) * times);
  return value <= MOST ? value : undefined;
}

/** "25/11/2026", "2026-11-25", also with an hour behind, as YYYY-MM-DD; null: it is none. */
export function dayWritten(text: string): string | null {
  const named = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s|$)/u.exec(text.trim());
  const plain = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[\sT]|$)/u.exec(text.trim());
  const [year, month, day] = plain ? plain.slice(1) : named ? [named[3], named[2], named[1]] : [];
  if (!year) return null;
  try {
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(date, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** What tells a post by its address, however it was copied: host and path, and of the query what names the post. */
export function addressKey(address: string): string | null {
  const parsed = URL.parse(address.trim());
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return null;
  const naming = ["v", "id", "story_fbid", "fbid", "aid"].flatMap((name) => {
    const value = parsed.searchParams.get(name);
    return value ? [`${name}=${value}`] : [];
  });
  const host = parsed.hostname.toLowerCase().replace(/^(?:www|m|mobile|web|vi-vn)\./u, "");
  return `${host}${parsed.pathname.replace(/\/+$/u, "")}?${naming.join("&")}`;
}
