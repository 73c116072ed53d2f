import { formatDate, formatDateTime, startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { isWithin, type PostingRule, windowsInWords } from "./posting-rule.ts";

/** Another post of the account, on its way or standing. */
export interface OtherPost {
  at: Date;
  /** Null: a text that the asker does not see. */
  title: string | null;
}

/** All that says whether a moment is one to post at under an account. */
export interface TimeContext {
  rule: PostingRule;
  /** So many a day the network takes itself; null: it does not say. */
  networkPerDay: number | null;
  others: OtherPost[];
  quiet: { fromDay: string; toDay: string; reason: string }[];
  /** The name of a day off of the agency's calendar; weekends are none. */
  dayOff: (day: string) => string | null;
  campaigns: { name: string; fromDay: string; toDay: string; isCampaign: boolean }[];
  /** Before that the text is not to be known. */
  embargoUntil: Date | null;
  /** When the text becomes public, or did; null: not known. */
  publicAt: Date | null;
  isPublic: boolean;
  /** Nothing goes out until somebody lets it. */
  paused: string | null;
  /** Until when the network lets us in. */
  letInUntil: Date | null;
  /** It cannot wait: what the agency wishes otherwise gives way. */
  isUrgent: boolean;
}

/**
 * `refused`: never. `forbidden`: not without a reason of somebody who may give one. `warning`: it may, but one should
 * know. `note`: good to know.
 */
type RemarkWeight = "refused" | "forbidden" | "warning" | "note";

export interface TimeRemark {
  kind:
    | "embargo"
    | "quiet"
    | "closed"
    | "day-off"
    | "quota"
    | "distance"
    | "network-quota"
    | "outside"
    | "before-public"
    | "paused"
    | "connection"
    | "campaign";
  weight: RemarkWeight;
  words: string;
}

const MINUTE = 60_000;

interface Placed {
  day: string;
  weekday: number;
  minute: number;
}

function placedIn(at: Date): Placed {
  const date = toVietnamDate(at);
  const day = date.toString();
  return {
    day,
    weekday: date.dayOfWeek,
    minute: Math.floor((at.getTime() - startOfDay(day).getTime()) / MINUTE),
  };
}

const named = ({ title, at }: OtherPost) =>
  `${title === null ? "bài khác" : `“${title || "(chưa có tiêu đề)"}”`} lúc ${formatDateTime(at)}`;

const campaignOn = ({ campaigns }: TimeContext, day: string) =>
  campaigns.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);

const mostOn = (context: TimeContext, day: string): number =>
  campaignOn(context, day)?.isCampaign ? context.rule.mostPerDayInCampaign : context.rule.mostPerDay;

const countOn = ({ others }: TimeContext, day: string): number => {
  const begin = startOfDay(day).getTime();
  return others.filter(({ at }) => at.getTime() >= begin && at.getTime() < begin + 1440 * MINUTE).length;
};

const nearest = ({ others, rule }: TimeContext, at: Date): OtherPost | undefined =>
  others
    .filter((other) => Math.abs(other.at.getTime() - at.getTime()) < rule.minutesApart * MINUTE)
    .toSorted(
      (one, other) => Math.abs(one.at.getTime() - at.getTime()) - Math.abs(other.at.getTime() - at.getTime()),
    )[0];

/** What the agency itself does not want at that moment. */
function forbiddenAt(context: TimeContext, at: Date, where: Placed): Omit<TimeRemark, "weight">[] {
  const { rule, quiet, dayOff } = context;
  const found: Omit<TimeRemark, "weight">[] = [];
  const silent = quiet.find(({ fromDay, toDay }) => fromDay <= where.day && where.day <= toDay);
  if (silent)
    found.push({
      kind: "quiet",
      words: `Từ ${formatDate(silent.fromDay)} đến hết ${formatDate(silent.toDay)} không đăng: ${silent.reason}.`,
    });
  const holiday = rule.closedOnDaysOff ? dayOff(where.day) : null;
  if (holiday !== null)
    found.push({ kind: "day-off", words: `Ngày nghỉ (${holiday}): theo quy định thì không đăng.` });
  const closed = rule.closed.find((one) => isWithin(one, where.weekday, where.minute));
  if (closed) found.push({ kind: "closed", words: `Giờ không đăng: ${windowsInWords([closed])}.` });
  const [most, count] = [mostOn(context, where.day), countOn(context, where.day)];
  if (most > 0 && count >= most)
    found.push({
      kind: "quota",
      words: `Ngày ${formatDate(where.day)} tài khoản đã có ${count} bài; mỗi ngày nhiều nhất ${most}.`,
    });
  const near = nearest(context, at);
  if (near)
    found.push({
      kind: "distance",
      words: `Quá gần ${named(near)}; hai bài phải cách nhau ít nhất ${rule.minutesApart} phút.`,
    });
  return found;
}

function warningsAt(context: TimeContext, at: Date, where: Placed): Omit<TimeRemark, "weight">[] {
  const { rule, networkPerDay, publicAt, isPublic, paused, letInUntil } = context;
  const found: Omit<TimeRemark, "weight">[] = [];
  if (networkPerDay !== null && countOn(context, where.day) >= networkPerDay)
    found.push({
      kind: "network-quota",
      words: `Kênh thường chỉ nhận chừng ${networkPerDay} bài một ngày; bài này có thể bị dời sang hôm sau.`,
    });
  if (!isPublic && publicAt !== null && publicAt > at)
    found.push({
      kind: "before-public",
      words: `Bài hẹn lên cổng ${formatDateTime(publicAt)}; kênh chờ bài lên cổng rồi mới đăng.`,
    });
  if (paused !== null) found.push({ kind: "paused", words: `Đang tạm dừng: ${paused}` });
  if (letInUntil !== null && letInUntil < at)
    found.push({
      kind: "connection",
      words: `Kết nối hết hạn ${formatDateTime(letInUntil)}, trước giờ đăng; hãy nhờ quản trị kết nối lại.`,
    });
  if (rule.good.length > 0 && !rule.good.some((one) => isWithin(one, where.weekday, where.minute)))
    found.push({ kind: "outside", words: `Ngoài khung giờ tốt (${windowsInWords(rule.good)}).` });
  return found;
}

/** What is to be said of posting at a moment; the gravest first. */
export function judgeTime(context: TimeContext, at: Date): TimeRemark[] {
  const where = placedIn(at);
  const { embargoUntil, isUrgent } = context;
  const campaign = campaignOn(context, where.day);
  return [
    ...(embargoUntil !== null && embargoUntil > at
      ? [
          {
            kind: "embargo" as const,
            weight: "refused" as const,
            words: `Bài không được công bố trước ${formatDateTime(embargoUntil)}.`,
          },
        ]
      : []),
    ...forbiddenAt(context, at, where).map((remark) => ({
      ...remark,
      weight: isUrgent ? ("warning" as const) : ("forbidden" as const),
    })),
    ...warningsAt(context, at, where).map((remark) => ({ ...remark, weight: "warning" as const })),
    ...(campaign
      ? [{ kind: "campaign" as const, weight: "note" as const, words: `Trong đợt “${campaign.name}”.` }]
      : []),
  ];
}

export const isHindered = (remarks: TimeRemark[]): boolean =>
  remarks.some(({ weight }) => weight === "refused" || weight === "forbidden");

/** Looked ahead so far, in steps of so many minutes. */
const DAYS_AHEAD = 21;
const STEP = 5 * MINUTE;

/**
 * The next moment, on the five minutes, at which nothing hinders posting under any of the accounts; a good hour of all
 * of them where one comes within three weeks, if that is wanted. Null: there is none.
 */
export function nextFree(contexts: TimeContext[], from: Date, { good }: { good: boolean }): Date | null {
  const first = Math.ceil(from.getTime() / STEP) * STEP;
  const last = first + DAYS_AHEAD * 1440 * MINUTE;
  let fallback: Date | null = null;
  for (let moment = first; moment < last; moment += STEP) {
    const at = new Date(moment);
    const where = placedIn(at);
    const isFree = contexts.every(
      (context) =>
        (context.embargoUntil === null || context.embargoUntil <= at) &&
        (context.isPublic || context.publicAt === null || context.publicAt <= at) &&
        forbiddenAt(context, at, where).length === 0,
    );
    if (!isFree) continue;
    const isGood = contexts.every(
      ({ rule }) =>
        rule.good.length === 0 || rule.good.some((one) => isWithin(one, where.weekday, where.minute)),
    );
    if (isGood || !good) return at;
    fallback ??= at;
  }
  return fallback;
}
