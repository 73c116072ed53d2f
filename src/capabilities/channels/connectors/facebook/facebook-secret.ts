import type { ConnectionField } from "../connector.ts";

/** What lets us post as a Page. */
export interface FacebookSecret {
  pageId: string;
  token: string;
  appId: string;
  appSecret: string;
  version: string;
  host: string;
}

export const facebookConnection: ConnectionField[] = [
  {
    name: "pageId",
    label: "Mã trang (Page ID)",
    hint: "Dãy số ở mục Giới thiệu, phần Tính minh bạch của trang.",
    secret: false,
    required: true,
  },
  {
    name: "token",
    label: "Mã truy cập của trang",
    hint: "Nên lấy của người dùng hệ thống trong danh mục doanh nghiệp của cơ quan: không hết hạn, không mất khi cán bộ đổi mật khẩu.",
    secret: true,
    required: true,
  },
  {
    name: "appId",
    label: "Mã ứng dụng",
    hint: "Cần khi đăng video.",
    secret: false,
    required: false,
  },
  {
    name: "appSecret",
    label: "Khóa bí mật của ứng dụng",
    hint: "Chỉ điền khi ứng dụng đòi chữ ký cho mỗi lần gọi.",
    secret: true,
    required: false,
  },
  {
    name: "version",
    label: "Phiên bản giao diện của Facebook",
    hint: "Để trống: v25.0.",
    secret: false,
    required: false,
  },
  {
    name: "host",
    label: "Máy chủ",
    hint: "Để trống: graph.facebook.com. Điền địa chỉ khác khi chạy thử.",
    secret: false,
    required: false,
  },
];

/** What was filled in, with what is usual where nothing was. */
export function facebookSecret(saved: unknown): FacebookSecret {
  const given = (saved ?? {}) as Partial<Record<keyof FacebookSecret, string>>;
  return {
    pageId: given.pageId ?? "",
    token: given.token ?? "",
    appId: given.appId ?? "",
    appSecret: given.appSecret ?? "",
    version: given.version || "v25.0",
    host: (given.host || "https://graph.facebook.com").replace(/\/+$/, ""),
  };
}
