import { unaccent } from "./unaccent.ts";

/**
 * The part of a web address made from a title: lower case ASCII letters, digits and single hyphens
 * ("Cải cách đổi mới 2026" → "cai-cach-doi-moi-2026"), cut at a word within `maxLength` characters.
 * Empty when the title has no letter or digit.
 */
export function slugify(text: string, maxLength = 100): string {
  const words = unaccent(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > maxLength) return slug === "" ? word.slice(0, maxLength) : slug;
    slug = longer;
  }
  return slug;
}
