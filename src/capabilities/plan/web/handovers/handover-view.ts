import type { StateTone } from "#ui/state-badge.tsx";
import type { api } from "../api.ts";

export type GivenView = Awaited<ReturnType<typeof api.plan.handovers.call>>;
export type ReceivedView = Awaited<ReturnType<typeof api.plan.receivedHandovers.call>>["handovers"][number];
export type HandoverView = Awaited<ReturnType<typeof api.plan.receivedHandover.call>>;

/** How far a plan has come with who received it. */
export function standingOf({
  takenBackAt,
  acknowledgedAt,
  openedAt,
}: Record<"takenBackAt" | "acknowledgedAt" | "openedAt", string | null>): { tone: StateTone; word: string } {
  if (takenBackAt) return { tone: "withdrawn", word: "Đã thu lại" };
  if (acknowledgedAt) return { tone: "done", word: "Đã xác nhận" };
  return openedAt ? { tone: "waiting", word: "Đã mở, chưa xác nhận" } : { tone: "none", word: "Chưa mở" };
}

/** "Số 36/KH-UBND, năm 2026, bản 2". */
export const handedInWords = ({
  number,
  year,
  version,
}: Pick<ReceivedView, "number" | "year" | "version">): string =>
  [number && `Số ${number}`, `năm ${year}`, version > 1 && `bản ${version}`].filter(Boolean).join(", ");
