import { Unacceptable } from "#platform/auth/policy.ts";
import { articleAddress } from "#platform/text/article-address.ts";
import { unaccent } from "#platform/text/unaccent.ts";

const LONGEST = 2000;

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "url", message }]);
};

/** As words are compared: without diacritics, capitals and doubled spaces. */
const bare = (text: string): string =>
  unaccent(text.normalize("NFC")).toLowerCase().replace(/\s+/g, " ").trim();

/** The address that a person pasted, as it is kept, and by what the same is known. @throws Unacceptable */
function addressOf(given: string): { url: string; key: string } {
  if (given.length > LONGEST) return refuse("Địa chỉ dài bất thường; hãy sao chép lại.");
  const parsed = URL.parse(given);
  const address = articleAddress(given);
  if (!parsed || !address || parsed.username !== "")
    return refuse("Địa chỉ chưa đúng; hãy sao chép cả dòng, bắt đầu bằng https://.");
  if (parsed.pathname.replace(/\/+$/, "") === "" && parsed.search === "")
    return refuse("Đây là trang chủ của báo; hãy mở riêng tin ấy rồi sao chép địa chỉ của tin.");
  return address;
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
