import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { StateTone } from "#ui/state-badge.tsx";
import type { DocumentView } from "./api.ts";

type Force = NonNullable<DocumentView["force"]>;

export { forceWords } from "../force-words.ts";

export const forceTone: Record<Force, StateTone> = {
  "in-force": "approved",
  "not-yet": "scheduled",
  ended: "withdrawn",
  unknown: "none",
};

/** "Nghị định 118/2025/NĐ-CP"; a document without a number by its abstract. */
export const documentName = ({
  type,
  number,
  abstract,
}: Pick<DocumentView, "type" | "number" | "abstract">): string =>
  number === null ? `${type} chưa cấp số${abstract === null ? "" : `: ${abstract}`}` : `${type} ${number}`;

/** "từ 01/07/2025 đến hết 30/06/2026"; empty when neither day is known. */
export const forceDays = ({
  effectiveFrom,
  effectiveTo,
}: Pick<DocumentView, "effectiveFrom" | "effectiveTo">) =>
  [
    effectiveFrom === null ? null : `từ ${formatDate(effectiveFrom)}`,
    effectiveTo === null ? null : `đến hết ${formatDate(effectiveTo)}`,
  ]
    .filter((part) => part !== null)
    .join(" ");
