import type { Outcome } from "../connector.ts";

const MINUTE = 60;
const DAY = 86_400;

/** What an answer says when it is no success. */
export interface Trouble {
  status: number;
  /** Null: it could not be read, or was none of the network's. */
  code: string | null;
}

export const TOKEN_DEAD = "access_token_invalid";

type NotDone = Exclude<Outcome, { outcome: "done" }>;

const LOCKED_OUT: Record<string, string> = {
  access_token_invalid: "mã truy cập không còn hiệu lực",
  scope_not_authorized: "ứng dụng chưa được cấp quyền đăng bài",
  scope_permission_missed: "ứng dụng chưa được cấp quyền đăng bài",
};
const TOO_MUCH: Record<string, string> = {
  spam_risk_too_many_posts: "tài khoản đã đăng đủ số bài của một ngày",
  spam_risk_too_many_pending_share: "còn quá nhiều bài chờ trong hộp thư của tài khoản",
  reached_active_user_cap: "ứng dụng chưa kiểm duyệt đã hết số tài khoản được đăng trong ngày",
};
const REFUSED: Record<string, string> = {
  invalid_param: "có trường sai hoặc quá dài",
  invalid_params: "có trường sai hoặc quá dài",
  invalid_file_upload: "tệp không đúng như đã khai",
  privacy_level_option_mismatch: "tài khoản không cho chọn người xem như vậy",
  url_ownership_unverified:
    "tên miền của cổng chưa được xác minh ở trang nhà phát triển của TikTok nên TikTok không lấy được ảnh",
  unaudited_client_can_only_post_to_private_accounts:
    "ứng dụng chưa được kiểm duyệt nên tài khoản phải để riêng tư lúc đăng",
  spam_risk: "TikTok cho là bài quảng cáo, gây phiền",
  spam_risk_user_banned_from_posting: "tài khoản đang bị cấm đăng",
  spam_risk_text: "chú thích bị cho là quảng cáo, gây phiền",
  file_format_check_failed: "định dạng tệp không dùng được",
  duration_check_failed: "video quá ngắn hoặc quá dài",
  frame_rate_check_failed: "số hình mỗi giây của video không dùng được",
  picture_size_check_failed: "cỡ hình không dùng được",
  publish_cancelled: "việc đăng đã bị hủy trong ứng dụng TikTok",
};

const dayLater = (why: string, where: string): NotDone => ({
  outcome: "retry",
  why: `TikTok chưa nhận thêm: ${why}; hệ thống gửi lại sau một ngày ${where}.`,
  after: DAY,
  holds: true,
});

/** What a refusal means; `visible`: it answered a call that lets the network publish. */
export function outcomeOf({ status, code }: Trouble, { visible }: { visible: boolean }): NotDone {
  const where = `(mã ${code ?? `HTTP ${status}`})`;
  if (code === "rate_limit_exceeded" || status === 429)
    return {
      outcome: "retry",
      why: `TikTok giới hạn số lần gọi; hệ thống gửi tiếp sau một phút ${where}.`,
      after: MINUTE,
      holds: true,
    };
  if (code && LOCKED_OUT[code])
    return { outcome: "reauth", why: `TikTok không cho đăng nữa: ${LOCKED_OUT[code]} ${where}.` };
  if (code && TOO_MUCH[code]) return dayLater(TOO_MUCH[code], where);
  if (code && REFUSED[code])
    return { outcome: "rejected", why: `TikTok không nhận bài: ${REFUSED[code]} ${where}.` };
  if (code === null || status >= 500 || code === "internal_error")
    return visible
      ? { outcome: "unknown", why: `TikTok trả lời không rõ đã nhận bài hay chưa ${where}.` }
      : { outcome: "retry", why: `TikTok đang lỗi; chưa có gì được đăng ${where}.` };
  return { outcome: "rejected", why: `TikTok không nhận bài ${where}.` };
}

/** What it means that processing failed; certainly nothing was published. */
export function outcomeOfFailure(reason: string): NotDone {
  const where = `(mã ${reason || "không nói"})`;
  if (TOO_MUCH[reason]) return dayLater(TOO_MUCH[reason], where);
  if (reason === "auth_removed")
    return { outcome: "reauth", why: `Tài khoản đã gỡ quyền của ứng dụng ${where}.` };
  if (REFUSED[reason])
    return { outcome: "rejected", why: `TikTok không nhận bài: ${REFUSED[reason]} ${where}.` };
  return {
    outcome: "retry",
    why: /pull_failed/.test(reason)
      ? `TikTok không tải được ảnh từ cổng của cơ quan; hệ thống gửi lại ${where}.`
      : `TikTok xử lý hỏng; chưa có gì được đăng, hệ thống gửi lại ${where}.`,
    after: MINUTE,
  };
}
