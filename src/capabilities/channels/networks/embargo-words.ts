import { formatDateTime } from "#platform/clock/vietnam-time.ts";

/** As newsrooms mark what they get ahead of its hour. */
export const embargoMark = (until: Date): string => `[Cấm đăng trước ${formatDateTime(until)}]`;

export const embargoLine = (until: Date): string =>
  `CẤM ĐĂNG, PHÁT TRƯỚC ${formatDateTime(until)} (giờ Việt Nam, UTC+7). Thông tin gửi trước để tòa soạn chuẩn bị; xin giữ đúng giờ trên.`;
