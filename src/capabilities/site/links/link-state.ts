/** Where an address stands that pages lead to; "doubted": it failed once and is asked once more before it is called broken. */
export const linkStateNames = ["new", "fine", "doubted", "broken", "unsure"] as const;
export type LinkState = (typeof linkStateNames)[number];

/** What is wrong with an address, as who mends the page reads it. */
export const linkFaults = {
  missing: "Không có trang này (404)",
  gone: "Trang đã gỡ (410)",
  failing: "Máy chủ bên đó gặp lỗi",
  unanswered: "Không trả lời",
  "unknown-host": "Không có tên miền này",
  certificate: "Chứng thư của trang sai hoặc hết hạn",
  inside: "Địa chỉ trong mạng nội bộ, người ngoài không mở được",
  moving: "Chuyển hướng vòng quanh",
  unwritten: "Địa chỉ viết sai",
  refused: "Không cho phần mềm mở; cần người xem",
  busy: "Đang bận",
} as const;
export type LinkFault = keyof typeof linkFaults;
export const linkFaultNames = Object.keys(linkFaults) as [LinkFault, ...LinkFault[]];

/** What one look at an address showed; "later": nothing can be said before the moment. */
export type Look =
  | { found: "fine" }
  | { found: "failed" | "unsure"; fault: LinkFault; status: number | null }
  | { found: "later"; until: Date };

const HOUR = 3_600_000;
export const WEEK = 7 * 24 * HOUR;
/** What failed once is asked again after so long, and only then called broken. */
const RETRY = 6 * HOUR;

export interface Standing {
  state: LinkState;
  failingSince: Date | null;
}

/** How an address stands after a look, and when it is looked at next: not within a week, but for the one retry. */
export function afterLook(before: Standing, look: Look, now: Date) {
  const next = (after: number) => new Date(now.getTime() + after);
  if (look.found === "later") return { nextCheckAt: look.until };
  if (look.found === "fine")
    return {
      ...{ state: "fine" as const, fault: null, status: null, failingSince: null },
      ...{ checkedAt: now, nextCheckAt: next(WEEK) },
    };
  const seen = { fault: look.fault, status: look.status, checkedAt: now };
  if (look.found === "unsure")
    return { ...seen, state: "unsure" as const, failingSince: null, nextCheckAt: next(WEEK) };
  return before.failingSince === null
    ? { ...seen, state: "doubted" as const, failingSince: now, nextCheckAt: next(RETRY) }
    : {
        ...seen,
        state: "broken" as const,
        failingSince: before.failingSince,
        nextCheckAt: next(WEEK),
      };
}

/** What a status says of an address. */
export function judgeStatus(status: number, retrySeconds: number | null, now: Date): Look {
  if (status < 400) return { found: "fine" };
  if (status === 404) return { found: "failed", fault: "missing", status };
  if (status === 410) return { found: "failed", fault: "gone", status };
  if (status === 429 || status === 503) {
    const wait = Math.min(Math.max((retrySeconds ?? 0) * 1000, HOUR), 24 * HOUR);
    return { found: "later", until: new Date(now.getTime() + wait) };
  }
  if (status >= 500 && status < 600) return { found: "failed", fault: "failing", status };
  return { found: "unsure", fault: "refused", status };
}
