import { formatDate, formatDateTime, type Moment, toVietnamDate } from "#platform/clock/vietnam-time.ts";

/** Kinds of events, as the plan names them. */
export const eventKinds = {
  conference: "Hội nghị",
  workshop: "Hội thảo",
  talk: "Tọa đàm",
  "thematic-session": "Sinh hoạt chuyên đề",
  training: "Tập huấn",
  culture: "Hoạt động văn hóa, lễ hội",
  sport: "Hoạt động thể thao",
  tourism: "Hoạt động du lịch",
  sector: "Sự kiện của ngành",
  exchange: "Giao lưu, trao đổi kinh nghiệm",
  dialogue: "Đối thoại",
} as const;
export type EventKind = keyof typeof eventKinds;
export const kindNames = Object.keys(eventKinds) as [EventKind, ...EventKind[]];

export const eventStates = {
  draft: "Bản thảo",
  announced: "Đã công bố",
  postponed: "Hoãn, chờ lịch mới",
  cancelled: "Đã hủy",
  held: "Đã diễn ra",
} as const;
export type EventState = keyof typeof eventStates;
export const stateNames = Object.keys(eventStates) as [EventState, ...EventState[]];

/** From which states a step leads, and where. */
export const eventSteps = {
  announce: { from: ["draft"], to: "announced" },
  change: { from: ["announced"], to: "announced" },
  reschedule: { from: ["announced", "postponed"], to: "announced" },
  postpone: { from: ["announced"], to: "postponed" },
  cancel: { from: ["announced", "postponed"], to: "cancelled" },
  hold: { from: ["announced"], to: "held" },
  "take-back-held": { from: ["held"], to: "announced" },
} as const satisfies Record<string, { from: readonly EventState[]; to: EventState }>;
export type EventStep = keyof typeof eventSteps;

export const canStep = (state: EventState, step: EventStep): boolean =>
  (eventSteps[step].from as readonly EventState[]).includes(state);

/** What the public reads of a step. */
export const stepWords: Record<EventStep, string> = {
  announce: "Công bố sự kiện",
  change: "Thay đổi thông tin",
  reschedule: "Đổi lịch",
  postpone: "Hoãn",
  cancel: "Hủy",
  hold: "Ghi nhận đã diễn ra",
  "take-back-held": "Bỏ ghi nhận đã diễn ra",
};

/** How those who came were counted. */
export const countWays = {
  list: "theo danh sách ký",
  scan: "theo điểm danh bằng mã",
  estimate: "ước tính",
} as const;
export type CountWay = keyof typeof countWays;
export const countNames = Object.keys(countWays) as [CountWay, ...CountWay[]];

/** Those of its state whom the public may see. */
export const isPublic = ({ state }: { state: EventState }): boolean => state !== "draft";

const hourOf = (at: Moment): string => formatDateTime(at).slice(0, 5);

/** "08:00 đến 11:30, 14/12/2026"; over several days each end has its day. */
export function timeInWords({ startsAt, endsAt }: { startsAt: Moment; endsAt: Moment }): string {
  const [first, last] = [toVietnamDate(startsAt), toVietnamDate(endsAt)];
  return first.equals(last)
    ? `${hourOf(startsAt)} đến ${hourOf(endsAt)}, ${formatDate(first)}`
    : `${formatDateTime(startsAt)} đến ${formatDateTime(endsAt)}`;
}

export interface ProgrammeItem {
  atHour: string;
  words: string;
  isReform: boolean;
}

/** What of an event the public is told of, and hears of when it changes. */
export interface Told {
  title: string;
  summary: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  unitName: string;
  audience: string;
  reformPart: string;
  questionsUntil: Date | null;
  items: ProgrammeItem[];
}

const programmeInWords = (items: ProgrammeItem[]): string =>
  items.map(({ atHour, words }) => [atHour, words].filter(Boolean).join(" ")).join("; ");

/** What is different, in words that the public reads. */
export function differencesOf(before: Told, after: Told): string[] {
  const changed = (name: string, a: string, b: string) =>
    a === b ? [] : [`${name}: ${a || "chưa có"} → ${b || "không còn"}`];
  const until = ({ questionsUntil: at }: Told) => (at ? formatDateTime(at) : "");
  return [
    ...changed("Tên", before.title, after.title),
    ...changed("Thời gian", timeInWords(before), timeInWords(after)),
    ...changed("Địa điểm", before.place, after.place),
    ...changed("Đơn vị chủ trì", before.unitName, after.unitName),
    ...changed("Đối tượng", before.audience, after.audience),
    ...changed("Nhận câu hỏi đến", until(before), until(after)),
    ...(before.summary === after.summary ? [] : ["Sửa phần giới thiệu"]),
    ...(before.reformPart === after.reformPart ? [] : ["Sửa nội dung cải cách hành chính lồng ghép"]),
    ...(programmeInWords(before.items) === programmeInWords(after.items) ? [] : ["Sửa chương trình"]),
  ];
}

/** What is lacking before it can be announced. */
export function lackingToAnnounce(
  event: Pick<Told, "summary" | "place" | "audience" | "reformPart">,
): { field: string; message: string }[] {
  const lacking: { field: string; message: string }[] = [];
  const ask = (field: string, value: string, message: string) => {
    if (value.trim() === "") lacking.push({ field, message });
  };
  ask("summary", event.summary, "Hãy viết phần giới thiệu.");
  ask("place", event.place, "Hãy ghi địa điểm.");
  ask("audience", event.audience, "Hãy ghi đối tượng tham dự.");
  ask("reformPart", event.reformPart, "Hãy ghi nội dung cải cách hành chính được lồng ghép.");
  return lacking;
}
