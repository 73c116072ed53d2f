import type { Outcome } from "../connector.ts";

const DAY = 86_400;

/** What an answer says when it is no success. */
export interface Trouble {
  status: number;
  /** Null: it could not be read, or was none of the network's. */
  reason: string | null;
}

type NotDone = Exclude<Outcome, { outcome: "done" }>;

const LOCKED_OUT: Record<string, string> = {
  authError: "mã truy cập không còn hiệu lực",
  youtubeSignupRequired: "tài khoản Google chưa có kênh YouTube",
  authenticatedUserAccountClosed: "tài khoản đã đóng",
  authenticatedUserAccountSuspended: "tài khoản đang bị khóa",
  insufficientPermissions: "ứng dụng chưa được cấp đủ quyền",
  forbidden: "tài khoản không có quyền trên kênh",
};
const REFUSED: Record<string, string> = {
  invalidTitle: "tiêu đề không dùng được",
  invalidDescription: "mô tả không dùng được",
  invalidTags: "thẻ không dùng được",
  invalidCategoryId: "chuyên mục không dùng được",
  invalidPublishAt: "giờ công khai không dùng được",
  mediaBodyRequired: "tệp video rỗng",
  defaultLanguageNotSet: "chưa ghi ngôn ngữ",
  forbiddenPrivacySetting: "kênh không cho đặt chế độ công khai",
  forbiddenLicenseSetting: "kênh không cho đặt giấy phép này",
  codec: "không đọc được kiểu nén của video",
  conversion: "không chuyển đổi được video",
  emptyFile: "tệp video rỗng",
  invalidFile: "tệp không phải video đọc được",
  tooSmall: "video quá nhỏ",
  uploadAborted: "việc tải lên bị dừng giữa chừng",
  claim: "có người khác giữ quyền với nội dung",
  copyright: "vi phạm bản quyền",
  duplicate: "trùng một video đã có trên kênh",
  inappropriate: "nội dung không phù hợp",
  legal: "vướng yêu cầu pháp lý",
  length: "video dài hơn kênh được phép",
  termsOfUse: "trái điều khoản sử dụng",
  trademark: "vi phạm nhãn hiệu",
  uploaderAccountClosed: "tài khoản đã đóng",
  uploaderAccountSuspended: "tài khoản đang bị khóa",
};

const pacific = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
  hourCycle: "h23",
});

/** Seconds until the day of the network's quota is over: midnight at the Pacific. */
function untilPacificMidnight(now: Date): number {
  const parts = pacific.formatToParts(now);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return DAY - (of("hour") * 3600 + of("minute") * 60 + of("second")) + 60;
}

export const refusedBecause = (reason: string): NotDone => ({
  outcome: "rejected",
  why: `YouTube không nhận video: ${REFUSED[reason] ?? "không nói rõ vì sao"} (mã ${reason || "không rõ"}).`,
});

/** What a refusal means; `visible`: it answered the call that makes the video public. */
export function outcomeOf(
  { status, reason }: Trouble,
  { visible, now }: { visible: boolean; now: Date },
): NotDone {
  const where = `(mã ${reason ?? `HTTP ${status}`})`;
  if (reason === "quotaExceeded" || reason === "dailyLimitExceeded")
    return {
      outcome: "retry",
      why: `Ứng dụng đã dùng hết số lần gọi YouTube của ngày; hệ thống gửi tiếp khi YouTube tính ngày mới (14 đến 15 giờ Việt Nam) ${where}.`,
      after: untilPacificMidnight(now),
      holds: true,
    };
  if (reason === "uploadLimitExceeded")
    return {
      outcome: "retry",
      why: `Kênh đã tải lên đủ số video của một ngày; hệ thống gửi lại sau một ngày ${where}.`,
      after: DAY,
      holds: true,
    };
  if (reason === "rateLimitExceeded" || reason === "userRateLimitExceeded" || status === 429)
    return {
      outcome: "retry",
      why: `YouTube giới hạn số lần gọi; hệ thống gửi tiếp sau một phút ${where}.`,
      after: 60,
      holds: true,
    };
  if (reason && LOCKED_OUT[reason])
    return { outcome: "reauth", why: `YouTube không cho đăng nữa: ${LOCKED_OUT[reason]} ${where}.` };
  if (reason && REFUSED[reason]) return refusedBecause(reason);
  if (reason === null || status >= 500 || status === 409)
    return visible
      ? { outcome: "unknown", why: `YouTube trả lời không rõ video đã công khai hay chưa ${where}.` }
      : { outcome: "retry", why: `YouTube đang lỗi; chưa có gì được công khai ${where}.` };
  return { outcome: "rejected", why: `YouTube không nhận video ${where}.` };
}
