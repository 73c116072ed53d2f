import { contentThemes } from "#plan/contract";
import { slugify } from "#platform/text/slugify.ts";

/** A theme of the plan's list. */
export type ContentTheme = (typeof contentThemes)[number];

/** A theme as public addresses name it: "cai-cach-thu-tuc-hanh-chinh". */
export const themeAddress = ({ label }: Pick<ContentTheme, "label">): string => slugify(label);

const byAddress = new Map(contentThemes.map((theme) => [themeAddress(theme), theme]));
const bySlug = new Map(contentThemes.map((theme) => [theme.slug, theme]));

/** The theme that an address names; `moved`: by the name that addresses had before. Null: no theme. */
export function themeAt(address: string): { theme: ContentTheme; moved: boolean } | null {
  const theme = byAddress.get(address);
  if (theme) return { theme, moved: false };
  const former = bySlug.get(address);
  return former ? { theme: former, moved: true } : null;
}

/** The theme of this slug as public addresses name it; null for one that is not listed. */
export const addressOfTheme = (slug: string): string | null => {
  const theme = bySlug.get(slug);
  return theme ? themeAddress(theme) : null;
};
