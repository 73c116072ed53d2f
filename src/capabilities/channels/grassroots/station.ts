/** A station of a commune, or a group of loudspeakers of its own. */
export const stationSorts = ["station", "cluster"] as const;
export type StationSort = (typeof stationSorts)[number];
export const stationSortLabels: Record<StationSort, string> = {
  station: "Đài truyền thanh",
  cluster: "Cụm loa",
};

/** How a bulletin gets there. */
export const stationWays = ["package", "feed"] as const;
export type StationWay = (typeof stationWays)[number];
export const stationWayLabels: Record<StationWay, string> = {
  package: "Đài tải gói tệp",
  feed: "Máy của đài tự lấy lịch",
};

/** By rising urgency: the three of Circular 39/2020/TT-BTTTT. */
export const priorities = ["normal", "priority", "emergency"] as const;
export type Priority = (typeof priorities)[number];
export const priorityLabels: Record<Priority, string> = {
  normal: "Thông thường",
  priority: "Ưu tiên",
  emergency: "Khẩn cấp",
};

/** What is made here and told once; a certificate comes from the device. */
export const madeKeySorts = ["device", "page"] as const;
export const keySorts = [...madeKeySorts, "certificate"] as const;
export type MadeKeySort = (typeof madeKeySorts)[number];
export type KeySort = (typeof keySorts)[number];
export const keySortLabels: Record<KeySort, string> = {
  device: "Khóa cho máy của đài",
  page: "Đường dẫn trang nhận bản tin",
  certificate: "Chứng thư của máy",
};

export const playStates = ["received", "downloaded", "played", "interrupted", "skipped", "failed"] as const;
export type PlayState = (typeof playStates)[number];
export const playStateLabels: Record<PlayState, string> = {
  received: "Đã nhận lịch",
  downloaded: "Đã tải",
  played: "Đã phát",
  interrupted: "Phát dở",
  skipped: "Bỏ qua",
  failed: "Không phát được",
};

/** Why what was played does not count. */
export type Doubt = "after-withdrawal" | "former-text" | "other-audio" | "out-of-window";
export const doubtLabels: Record<Doubt, string> = {
  "after-withdrawal": "Phát sau khi đã thu hồi",
  "former-text": "Phát bản cũ, trước khi đính chính",
  "other-audio": "Tệp đã phát không phải tệp được giao",
  "out-of-window": "Phát ngoài giờ đã xếp",
};

export type PlaySource = "device" | "import" | "page" | "person";
export const playSourceLabels: Record<PlaySource, string> = {
  device: "Máy của đài báo về",
  import: "Nhập từ tệp nhật ký",
  page: "Đài ghi ở trang nhận bản tin",
  person: "Cơ quan ghi tay",
};

export const weekdayLabels = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

/** What holds until an agency writes its own rule down: a proposal, not a norm. */
export const usualLimits = {
  earliest: "05:00",
  latest: "21:00",
  slotsADay: null as number | null,
  minutesASlot: 30 as number | null,
  daysAWeek: null as number | null,
  basis: "",
};
export type Limits = typeof usualLimits;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

export interface SlotTimes {
  name: string;
  /** "135": Monday, Wednesday, Friday. */
  weekdays: string;
  fromTime: string;
  toTime: string;
}

/** What is wrong with slots under the limits, as sentences. */
export function slotIssues(slots: SlotTimes[], limits: Limits): string[] {
  const issues: string[] = [];
  for (const { name, fromTime, toTime } of slots) {
    if (fromTime < limits.earliest || toTime > limits.latest)
      issues.push(`Khung “${name}” nằm ngoài giờ được phát (${limits.earliest}–${limits.latest}).`);
    const minutes = minutesOf(toTime) - minutesOf(fromTime);
    if (limits.minutesASlot !== null && minutes > limits.minutesASlot)
      issues.push(
        `Khung “${name}” dài ${minutes} phút; mỗi buổi được nhiều nhất ${limits.minutesASlot} phút.`,
      );
  }
  const days = [..."1234567"].map((day) => slots.filter(({ weekdays }) => weekdays.includes(day)));
  const { slotsADay, daysAWeek } = limits;
  const full = slotsADay === null ? -1 : days.findIndex((own) => own.length > slotsADay);
  if (full >= 0)
    issues.push(
      `${weekdayLabels[full]} có ${days[full]!.length} khung; mỗi ngày được nhiều nhất ${slotsADay}.`,
    );
  const used = days.filter((own) => own.length > 0).length;
  if (daysAWeek !== null && used > daysAWeek)
    issues.push(`Có khung phát ${used} ngày một tuần; được nhiều nhất ${daysAWeek} ngày.`);
  for (const own of days) {
    const ordered = own.toSorted((a, b) => (a.fromTime < b.fromTime ? -1 : 1));
    for (const [index, slot] of ordered.entries()) {
      const next = ordered[index + 1];
      if (next && next.fromTime < slot.toTime)
        issues.push(`Khung “${slot.name}” và “${next.name}” chồng giờ nhau.`);
    }
  }
  return [...new Set(issues)];
}

/** So many seconds one playing takes in its slot, with its repetitions. */
export const secondsOf = ({
  seconds,
  repeats,
  gapSeconds,
}: {
  seconds: number;
  repeats: number;
  gapSeconds: number;
}): number => seconds * repeats + gapSeconds * (repeats - 1);
