import { Unacceptable } from "#platform/auth/policy.ts";
import { networkOf } from "../networks/index.ts";

const LONGEST = 2000;

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "url", message }]);
};

/**
 * The address that a person pasted, as it is kept: https, without what only follows the visitor. Null where the network
 * has no addresses. @throws Unacceptable
 */
export function postAddress(
  given: string | null,
  { network, url: home }: { network: string; url: string | null },
): string | null {
  const text = given?.trim() ?? "";
  if (text === "") {
    if (networkOf(network)?.hasAddress === false) return null;
    return refuse("Hãy dán địa chỉ của bài trên kênh.");
  }
  if (text.length > LONGEST) return refuse("Địa chỉ dài bất thường; hãy sao chép lại.");
  const parsed = URL.parse(text);
  if (!parsed || !["https:", "http:"].includes(parsed.protocol) || parsed.username !== "")
    return refuse("Địa chỉ chưa đúng; hãy sao chép cả dòng, bắt đầu bằng https://.");
  // The home page of the account is where all its posts stand, not this one.
  const bare = (one: URL) =>
    `${one.hostname.replace(/^www\./, "")}${one.pathname.replace(/\/+$/, "")}${one.search}`;
  const own = home === null ? null : URL.parse(home);
  if (own && bare(own) === bare(parsed))
    return refuse("Đây là địa chỉ của cả trang; hãy mở riêng bài vừa đăng rồi sao chép địa chỉ của bài.");
  for (const name of [...parsed.searchParams.keys()])
    if (/^(fbclid|igshid|utm_.*|__cft__.*|__tn__|_r|_t|si|feature)$/u.test(name))
      parsed.searchParams.delete(name);
  return parsed.toString();
}
