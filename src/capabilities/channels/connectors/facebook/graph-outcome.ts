import type { Outcome } from "../connector.ts";
import type { Trouble } from "./graph-call.ts";

const HOUR = 3600;

const LIMITS = new Set([4, 17, 32, 341, 613, 80_001]);
const LOCKED_OUT = new Set([10, 102, 190, 1_404_078, 4_854_002]);
const INTERRUPTED = new Set([1_363_019, 1_363_030, 1_363_033]);
const RESTRICTED = new Set([1_346_003, 1_404_006, 1_404_102, 1_404_112]);
/** A photo that is not there to be attached: it was posted already, or nobody used it for a day. */
const PHOTO_GONE = new Set([1_366_051]);

const WORDS: Record<number, string> = {
  458: "ứng dụng đã bị gỡ khỏi tài khoản",
  459: "Facebook yêu cầu người cấp quyền đăng nhập lại",
  460: "người cấp quyền đã đổi mật khẩu",
  463: "mã truy cập đã hết hạn",
  464: "Facebook yêu cầu người cấp quyền xác nhận tài khoản",
  467: "mã truy cập không còn hiệu lực",
  490: "phiên đăng nhập không còn hiệu lực",
  492: "người cấp quyền không còn vai trò trên trang",
  1366046: "ảnh quá lớn",
  2069019: "không đọc được ảnh",
  1609005: "không dùng được đường liên kết",
  1609008: "đường liên kết trỏ vào chính Facebook",
  2061006: "không dùng được đường liên kết",
};

/** The place of an error in the network's own list, for who asks the network about it. */
const traced = ({ status, code, subcode, trace }: Trouble): string =>
  `(mã ${[code ?? `HTTP ${status}`, subcode].filter((one) => one !== null).join("/")}${trace ? `, vết ${trace}` : ""})`;

export const isPhotoGone = ({ code, subcode }: Trouble): boolean =>
  [code, subcode].some((one) => one !== null && PHOTO_GONE.has(one));

/** An object that is not there, or not to be seen. */
export const isMissing = ({ code, subcode }: Trouble): boolean => code === 100 && subcode === 33;

/** What a refusal means; `visible`: it answered the call that makes the post public. */
export function outcomeOf(trouble: Trouble, { visible }: { visible: boolean }): Outcome {
  const { status, code, subcode, transient, message, waits } = trouble;
  const among = (set: Set<number>) => [code, subcode].some((one) => one !== null && set.has(one));
  const where = traced(trouble);
  if (code === 506)
    return { outcome: "unknown", why: `Facebook báo đã có bài giống hệt; đang tìm bài ấy ${where}.` };
  if (among(LIMITS) || (code !== null && code >= 80_000 && code <= 80_014))
    return {
      outcome: "retry",
      why: `Facebook giới hạn số lần gọi; hệ thống chờ rồi gửi tiếp ${where}.`,
      after: waits ?? HOUR,
      holds: true,
    };
  if (code === 368)
    return {
      outcome: "retry",
      why: `Facebook tạm khóa vì đăng quá nhanh; hệ thống chờ 6 giờ ${where}.`,
      after: 6 * HOUR,
      holds: true,
    };
  if (
    among(LOCKED_OUT) ||
    (code !== null && code >= 200 && code <= 299) ||
    /impersonat|as the page itself/i.test(message)
  )
    return {
      outcome: "reauth",
      why: `Facebook không cho đăng nữa: ${WORDS[subcode ?? 0] ?? "thiếu quyền trên trang"} ${where}.`,
    };
  if (among(INTERRUPTED))
    return { outcome: "retry", why: `Tải video lên bị ngắt giữa chừng; hệ thống tải tiếp ${where}.` };
  if (code === null || code === 1 || code === 2 || transient || status >= 500)
    return visible
      ? { outcome: "unknown", why: `Facebook trả lời không rõ bài đã lên hay chưa ${where}.` }
      : { outcome: "retry", why: `Facebook đang lỗi; chưa có gì được đăng ${where}.` };
  if (among(RESTRICTED))
    return { outcome: "rejected", why: `Facebook hạn chế nội dung hoặc tài khoản này ${where}.` };
  const known = WORDS[subcode ?? 0] ?? WORDS[code];
  return {
    outcome: "rejected",
    why: `Facebook không nhận bài${known ? `: ${known}` : ""} ${where}.`,
  };
}
