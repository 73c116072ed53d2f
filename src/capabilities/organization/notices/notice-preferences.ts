import { Unacceptable } from "#platform/auth/policy.ts";
import { kindNames, kindOf, type NoticeKind } from "../notice-kinds.ts";

/** How the mail of a kind comes: at once, with what is gathered, or not at all. */
export const mailWays = ["now", "digest", "off"] as const;
export type MailWay = (typeof mailWays)[number];

export const mailWayLabels: Record<MailWay, string> = {
  now: "Gửi ngay",
  digest: "Gom lại",
  off: "Không gửi",
};

export interface KindPreference {
  kind: string;
  /** Null: as whoever stands behind says: the agency, then what is usual. */
  mail: MailWay | null;
  /** Null: likewise. */
  push: boolean | null;
}

/** Ways asked for of a kind: left out they stay, null gives them up. */
export interface AskedWays {
  kind: NoticeKind;
  mail?: MailWay | null | undefined;
  push?: boolean | null | undefined;
}

/** Mail of some kinds always goes. @throws Unacceptable */
export function demandMailStays({ kind, mail }: AskedWays): void {
  const { label, always } = kindOf(kind)!;
  if (mail === "off" && always)
    throw new Unacceptable(`Không tắt được thư của loại “${label}”.`, [{ field: "mail", message: always }]);
}

/** What holds of a kind for a person: the own choice, unless the kind always goes by mail. */
export function mailOf(kind: string, chosen: KindPreference[]): MailWay {
  const own = chosen.find((one) => one.kind === kind)?.mail ?? "now";
  return own === "off" && kindOf(kind)?.always ? "now" : own;
}

/** Whether a kind is told on the person's devices. */
export const pushes = (kind: string, chosen: KindPreference[]): boolean =>
  chosen.find((one) => one.kind === kind)?.push ?? kindOf(kind)?.push ?? false;

/** The kinds whose mail can be stopped. */
export const stoppable = (kinds: readonly string[]): NoticeKind[] =>
  kindNames.filter((kind) => kinds.includes(kind) && !kindOf(kind)?.always);
