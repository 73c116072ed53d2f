import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import { personalKinds } from "#platform/personal-data/personal-span.ts";
import type { Found } from "./remark.ts";

const CARE = "Chỉ công khai khi có căn cứ hoặc người ấy đồng ý; nếu không thì bỏ, hoặc che bớt.";

/** What somebody could be found by: numbers, addresses and accounts, by their places. */
export const personalData = (text: string): Found[] =>
  findPersonalData(text, { sureOnly: true }).map(({ kind, from, to }) => ({
    from,
    to,
    why: `${personalKinds[kind].label}. ${CARE}`,
  }));

/** A number or a mailbox that only the address of a link says; places are those of the words as they were written. */
export function personalDataInLinks(links: readonly { from: number; to: number; href: string }[]): Found[] {
  return links.flatMap(({ from, to, href }): Found[] => {
    const [, address] = /^(?:tel|mailto):([^?]{3,200})/iu.exec(href) ?? [];
    const [inAddress] = address ? personalData(address.replace(/%40/gu, "@")) : [];
    return inAddress ? [{ from, to, about: href, why: `Địa chỉ của liên kết: ${inAddress.why}` }] : [];
  });
}
