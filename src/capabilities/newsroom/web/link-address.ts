import { safeLinkAddress } from "#platform/rich-text/rich-text.ts";

const aMail = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const aSite = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?([/?#].*)?$/u;

/** The address that a person means: "abc.vn" is a site, "a@abc.vn" a mailbox. Null where nobody can tell. */
export function linkFromTyped(typed: string): string | null {
  const words = typed.trim();
  const address = aMail.test(words) ? `mailto:${words}` : aSite.test(words) ? `https://${words}` : words;
  if (/\s/.test(address) || safeLinkAddress(address) === null) return null;
  if (address.startsWith("/")) return address;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol === "mailto:") return aMail.test(pathname) ? address : null;
  if (protocol === "tel:") return /\d{3}/.test(pathname.replace(/[\s.()-]/g, "")) ? address : null;
  return hostname === "" ? null : address;
}
