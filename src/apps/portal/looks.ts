import type { Looks } from "#platform/http/page-cache.ts";

/** Cookie that holds the reader's look: class names of portal.css joined by dots. It says nothing of the reader. */
export const LOOK_COOKIE = "hien-thi";

const sizes = ["", "chu-lon", "chu-rat-lon"] as const;
const contrasts = ["", "tuong-phan"] as const;

/** Every look there is; "" is the usual one. */
const all = new Set(
  sizes.flatMap((size) => contrasts.map((contrast) => [size, contrast].filter(Boolean).join("."))),
);

const USUAL = '<html lang="vi"';

export const looks: Looks = {
  chosen: (cookies) => {
    const value = new RegExp(`(?:^|;\\s*)${LOOK_COOKIE}=([a-z.-]*)(?:;|$)`).exec(cookies ?? "")?.[1] ?? "";
    return all.has(value) ? value : "";
  },
  dress: (page, look) => {
    const at = page.indexOf(USUAL);
    if (look === "" || at < 0) return page;
    const head = Buffer.from(`${USUAL} class="${look.replaceAll(".", " ")}"`);
    return Buffer.concat([page.subarray(0, at), head, page.subarray(at + USUAL.length)]);
  },
};

/** The look after one wish: a size, or contrast on or off; an unknown wish changes nothing. */
export function lookAfter(
  before: string,
  wish: { size: string | undefined; contrast: string | undefined },
): string {
  const had = before.split(".");
  const size = wish.size === "vua" ? "" : `chu-${wish.size}`;
  const keptSize = sizes.find((one) => one !== "" && had.includes(one)) ?? "";
  const isHigh = wish.contrast === undefined ? had.includes("tuong-phan") : wish.contrast === "cao";
  const next = [wish.size === undefined ? keptSize : size, isHigh ? "tuong-phan" : ""].filter(Boolean);
  return all.has(next.join(".")) ? next.join(".") : before;
}

/** Where to go back to: an address of this site alone, else the home page. */
export const backTo = (address: string | undefined): string =>
  address && /^\/(?![/\\])[\x21-\x7e]*$/.test(address) && !address.includes("\\") ? address : "/";
