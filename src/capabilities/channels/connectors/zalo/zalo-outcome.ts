import type { Outcome } from "../connector.ts";

const DAY = 86_400;

/** What an answer says when it is no success. */
export interface Trouble {
  /** Null: it could not be read, or was none of the network's. */
  code: number | null;
  message: string;
}

export const TOKEN_DEAD = new Set([-216, -220]);
export const PROCESSING = -214;

const LOCKED_OUT: Record<number, string> = {
  [-204]: "tài khoản OA đã bị khóa",
  [-205]: "tài khoản OA không còn",
  [-209]: "ứng dụng chưa hoạt động",
  [-212]: "ứng dụng chưa đăng ký dùng giao diện OA",
  [-216]: "mã truy cập không hợp lệ",
  [-219]: "ứng dụng đã bị gỡ hoặc bị khóa",
  [-220]: "mã truy cập đã hết hạn",
  [-242]: "chữ ký của ứng dụng sai",
};
const REFUSED: Record<number, string> = {
  [-201]: "có trường sai hoặc quá dài, hoặc Zalo không tải được ảnh",
  [-210]: "có trường vượt giới hạn",
  [-221]: "tài khoản OA chưa được xác thực",
  [-224]: "gói OA hiện tại không có quyền đăng bài tự động",
  [-233]: "có trường sai",
  [-235]: "loại tài khoản OA không dùng được việc này",
  [-240]: "giao diện cũ không còn dùng được",
  [-248]: "nội dung vi phạm quy định của Zalo",
  [-320]: "chưa có tài khoản thanh toán",
  [-321]: "tài khoản thanh toán không đủ tiền",
};

/** What a refusal means; `visible`: it answered the call that makes the article. */
export function outcomeOf({ code, message }: Trouble, { visible }: { visible: boolean }): Outcome {
  const where = `(mã ${code ?? "không đọc được"})`;
  if (code === -32)
    return {
      outcome: "retry",
      why: `Zalo giới hạn số lần gọi; hệ thống gửi tiếp sau một phút ${where}.`,
      after: 60,
      holds: true,
    };
  if (code === -223)
    return /quota/i.test(message)
      ? { outcome: "rejected", why: `Đã hết số bài được tạo theo gói OA ${where}.` }
      : { outcome: "reauth", why: `OA chưa cho ứng dụng quyền quản lý bài viết ${where}.` };
  if (code === -211 || code === -218)
    return {
      outcome: "retry",
      why: `Đã hết hạn mức của ngày; hệ thống gửi tiếp hôm sau ${where}.`,
      after: DAY,
    };
  if (code !== null && LOCKED_OUT[code])
    return { outcome: "reauth", why: `Zalo không cho đăng nữa: ${LOCKED_OUT[code]} ${where}.` };
  if (code === null || code === -200 || code === PROCESSING)
    return visible
      ? { outcome: "unknown", why: `Zalo trả lời không rõ đã nhận bài hay chưa ${where}.` }
      : { outcome: "retry", why: `Zalo đang lỗi; chưa có gì được đăng ${where}.` };
  return {
    outcome: "rejected",
    why: `Zalo không nhận bài: ${REFUSED[code] ?? "không nói rõ vì sao"} ${where}.`,
  };
}
