import { slugify } from "#platform/text/slugify.ts";
import { searchKinds } from "../search-kinds.ts";

/** What a reader asked for, as it stands in the address. */
export interface SearchWish {
  query: string;
  kind?: string | undefined;
  year?: number | undefined;
  /** As in the address: "di-san-van-hoa". */
  field?: string | undefined;
  page: number;
}

export const SEARCH_PATH = "/tim-kiem";
export const SEARCH_QUERY = ["q", "loai", "linh-vuc", "nam", "trang"];

const kindAddress = (kind: string) => slugify(searchKinds[kind] ?? kind);

export function wishOf(given: Record<string, string | undefined>): SearchWish {
  const kind = Object.keys(searchKinds).find((one) => kindAddress(one) === given.loai);
  const year = /^(?:19|20)\d\d$/.test(given.nam ?? "") ? Number(given.nam) : undefined;
  const field = slugify(given["linh-vuc"] ?? "") || undefined;
  const page = /^[1-9]\d?$/.test(given.trang ?? "") ? Number(given.trang) : 1;
  return { query: given.q ?? "", kind, year, field, page };
}

export function searchAddress({ query, kind, year, field, page }: Partial<SearchWish>): string {
  const parts = new URLSearchParams();
  if (query) parts.set("q", query);
  if (kind) parts.set("loai", kindAddress(kind));
  if (field) parts.set("linh-vuc", field);
  if (year) parts.set("nam", String(year));
  if (page && page > 1) parts.set("trang", String(page));
  return parts.size > 0 ? `${SEARCH_PATH}?${parts}` : SEARCH_PATH;
}
