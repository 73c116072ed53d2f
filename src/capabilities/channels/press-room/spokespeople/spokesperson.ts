export const standings = ["head", "authorised", "one-matter"] as const;
export type Standing = (typeof standings)[number];

export const standingLabels: Record<Standing, string> = {
  head: "Người đứng đầu cơ quan",
  authorised: "Người được giao phát ngôn thường xuyên",
  "one-matter": "Người được ủy quyền trong một vụ việc",
};

/** How a term stands against a day. */
export const termStates = ["now", "ahead", "over"] as const;
export type TermState = (typeof termStates)[number];

export const termStateLabels: Record<TermState, string> = {
  now: "Đang được phát ngôn",
  ahead: "Chưa đến ngày",
  over: "Đã hết thời hạn",
};

/** From when to when somebody speaks, as days; no end: until another decision. */
export interface Term {
  fromDate: string;
  toDate: string | null;
}

export function termStateOf({ fromDate, toDate }: Term, day: string): TermState {
  if (toDate !== null && toDate < day) return "over";
  return fromDate > day ? "ahead" : "now";
}

export const speaksOn = (term: Term, day: string): boolean => termStateOf(term, day) === "now";

/**
 * The first day from `day` on, within so many days, on which nobody speaks, and until when; null: somebody always does.
 * `to` null: as far as is looked.
 */
export function nextGap(
  terms: Term[],
  day: string,
  days: number,
): { from: string; to: string | null } | null {
  const first = Temporal.PlainDate.from(day);
  let from: string | null = null;
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const current = first.add({ days: ahead }).toString();
    const somebody = terms.some((term) => speaksOn(term, current));
    if (!somebody) from ??= current;
    else if (from !== null) return { from, to: first.add({ days: ahead - 1 }).toString() };
  }
  return from === null ? null : { from, to: null };
}
