import type { IsDayOff } from "#platform/clock/working-days.ts";

export const postingStateLabels = {
  posted: "Đã công khai",
  due: "Chưa công khai",
  stale: "Bản cũ",
  "to-remove": "Phải gỡ",
  removed: "Đã gỡ",
  none: "Không phải công khai",
} as const;

export type PostingState = keyof typeof postingStateLabels;

export const placeKindLabels = {
  national: "Cơ sở dữ liệu quốc gia",
  "case-system": "Hệ thống giải quyết thủ tục",
  portal: "Cổng của cơ quan",
  counter: "Quầy một cửa",
  other: "Nơi khác",
} as const;

export type PlaceKind = keyof typeof placeKindLabels;

/** What is known of a procedure at a place when its state is asked for. */
export interface PostingFacts {
  /** Whether people can still do it on that day. */
  stands: boolean;
  /** Of the words that hold now. */
  fingerprint: string;
  /** Day of the newest decision about it, else of its version; from it on the clock runs. */
  askedOn: string;
  /** The newest proof that was not dropped; null: none. */
  proof: { act: "posted" | "removed"; fingerprint: string; seenOn: string } | null;
}

/**
 * due → posted → stale when a newer version or decision comes → posted again; a repealed one is to be removed where it
 * was ever posted, and where it was not there is nothing to do.
 */
export function postingState({ stands, fingerprint, askedOn, proof }: PostingFacts): PostingState {
  if (!stands) {
    if (proof === null) return "none";
    return proof.act === "removed" ? "removed" : "to-remove";
  }
  if (proof === null || proof.act === "removed") return "due";
  return proof.fingerprint === fingerprint && proof.seenOn >= askedOn ? "posted" : "stale";
}

/** Whether everything that must be there is, or what must be gone is. */
export const isSettled = (state: PostingState): boolean => state === "posted" || state === "removed";

/** A calendar that says that nobody ever works is a slip; counted is no further. */
const FURTHEST_DAYS = 1000;

/** The last working day on which it is still in time: so many after the day that asked for it. */
export function postingDue(askedOn: string, workingDays: number, isOff: IsDayOff): string {
  let day = Temporal.PlainDate.from(askedOn);
  let left = workingDays;
  for (let days = 0; left > 0 && days < FURTHEST_DAYS; days += 1) {
    day = day.add({ days: 1 });
    if (!isOff(day.toString())) left -= 1;
  }
  return day.toString();
}
