import type { RelatedDocument } from "../published.ts";

export const LIST_PATH = "/van-ban";

export const documentPath = (slug: string): string => `${LIST_PATH}/${slug}`;

/** "Nghị định 118/2025/NĐ-CP", of one without a number its abstract. */
export const nameOf = ({ type, number, abstract }: Pick<RelatedDocument, "type" | "number" | "abstract">) =>
  `${type} ${number ?? abstract ?? "chưa có số"}`;
