import { plain } from "#platform/text/unit-named.ts";

/** What the status of a dossier says of one that has no result date. */
export type StatusGroup = "open" | "paused" | "closed" | "resolved";

const byCode: Record<string, StatusGroup> = {
  1: "open",
  2: "open",
  3: "closed",
  4: "open",
  5: "paused",
  6: "paused",
  7: "closed",
  8: "closed",
  9: "resolved",
  10: "resolved",
};

const byWords: [StatusGroup, RegExp][] = [
  [
    "paused",
    /\b(?:cho|yeu cau) bo sung\b|\b(?:cho|yeu cau)(?: thuc hien)? nghia vu tai chinh\b|^tam (?:dung|ngung)\b/u,
  ],
  [
    "closed",
    /^(?:cong dan )?(?:da |yeu cau |xin )*rut\b|^tu choi\b|^(?:khong|chua) duoc tiep nhan\b|^khong tiep nhan\b|^(?:da )?dung xu ly\b/u,
  ],
  [
    "resolved",
    /^(?:da )?(?:xu ly xong|tra ket qua|giai quyet xong|hoan thanh|co ket qua)\b|^da (?:giai quyet|tra|xong)\b/u,
  ],
];

/** The group of a national code or of a label; what is neither paused, closed nor resolved is in progress. */
export function statusGroup(written: string): StatusGroup {
  const words = plain(written);
  const code = /^0?(\d{1,2})$/u.exec(words)?.[1];
  if (code) return byCode[code] ?? "open";
  const label = words.replace(/^\d{1,2} /u, "");
  return byWords.find(([, pattern]) => pattern.test(label))?.[0] ?? "open";
}

/** Whether a channel is the online one, by its label or its national code. */
export function isOnline(written: string): boolean {
  const words = plain(written);
  return words === "2" || words === "online" || words.includes("truc tuyen");
}
