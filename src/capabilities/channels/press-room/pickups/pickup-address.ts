import { Unacceptable } from "#platform/auth/policy.ts";
import { unaccent } from "#platform/text/unaccent.ts";

const LONGEST = 2000;
/** What only follows the visitor. */
const FOLLOWS = /^(?:utm_.*|fbclid|gclid|zarsrc|igshid|ref|ref_src|source|mobile|amp)$/u;

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "url", message }]);
};

/** As words are compared: without diacritics, capitals and doubled spaces. */
const bare = (text: string): string =>
  unaccent(text.normalize("NFC")).toLowerCase().replace(/\s+/g, " ").trim();

/**
 * The address that a person pasted, as it is kept, and by what the same is known: whatever follows the visitor, www and
 * m, the fragment and a slash at its end do not count. @throws Unacceptable
 */
function addressOf(given: string): { url: string; key: string } {
  if (given.length > LONGEST) return refuse("Địa chỉ dài bất thường; hãy sao chép lại.");
  const parsed = URL.parse(given);
  if (!parsed || !["https:", "http:"].includes(parsed.protocol) || parsed.username !== "")
    return refuse("Địa chỉ chưa đúng; hãy sao chép cả dòng, bắt đầu bằng https://.");
  if (parsed.pathname.replace(/\/+$/, "") === "" && parsed.search === "")
    return refuse("Đây là trang chủ của báo; hãy mở riêng tin ấy rồi sao chép địa chỉ của tin.");
  for (const name of [...parsed.searchParams.keys()])
    if (FOLLOWS.test(name.toLowerCase())) parsed.searchParams.delete(name);
  parsed.hash = "";
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^(?:www|m|amp)\./, "");
  return { url: parsed.toString(), key: `${host}${parsed.pathname.replace(/\/+$/, "")}${parsed.search}` };
}

/** By what one pick-up is known: its address, or where it has none who, what and when. */
export function pickupAddress({
  url,
  outlet,
  title,
  publishedOn,
}: {
  url: string;
  outlet: string;
  title: string;
  publishedOn: string;
}): { url: string | null; key: string } {
  const text = url.trim();
  return text === "" ? { url: null, key: `${bare(outlet)}|${bare(title)}|${publishedOn}` } : addressOf(text);
}

/** What a pick-up is looked up by. */
export const searchOf = (parts: (string | null)[]): string => bare(parts.filter(Boolean).join(" "));
