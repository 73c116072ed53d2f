import type { ConnectionField } from "../connector.ts";

/** What lets us in at a TikTok account. The tokens change with each refresh. */
export interface TiktokSecret {
  clientKey: string;
  clientSecret: string;
  accessToken: string;
  refreshToken: string;
  /** When the tokens came; empty: not known. */
  refreshedAt: string;
  /** Until when the refresh token holds; empty: not known. */
  refreshUntil: string;
  /** Whether TikTok has audited the application: before that everything stays with its owner. */
  audited: boolean;
  host: string;
}

export const tiktokConnection: ConnectionField[] = [
  {
    name: "clientKey",
    label: "Mã ứng dụng (client key)",
    hint: "Ở trang dành cho nhà phát triển của TikTok; ứng dụng phải được cấp quyền video.publish và video.list.",
    secret: false,
    required: true,
  },
  {
    name: "clientSecret",
    label: "Khóa bí mật của ứng dụng (client secret)",
    hint: "",
    secret: true,
    required: true,
  },
  {
    name: "refreshToken",
    label: "Mã làm mới (refresh token)",
    hint: "Dùng được một năm; TikTok có thể đổi mã khi làm mới, hệ thống tự giữ mã mới. Đừng dùng mã này ở nơi khác.",
    secret: true,
    required: true,
  },
  {
    name: "accessToken",
    label: "Mã truy cập (access token)",
    hint: "Để trống: hệ thống lấy bằng mã làm mới.",
    secret: true,
    required: false,
  },
  {
    name: "audited",
    label: "TikTok đã kiểm duyệt ứng dụng chưa",
    hint: "Chưa thì TikTok chỉ nhận bài ở chế độ riêng tư, từ tài khoản đang để riêng tư.",
    secret: false,
    required: true,
    options: [
      { value: "yes", label: "Đã kiểm duyệt" },
      { value: "no", label: "Chưa kiểm duyệt" },
    ],
  },
  {
    name: "host",
    label: "Máy chủ",
    hint: "Để trống: open.tiktokapis.com. Điền địa chỉ khác khi chạy thử.",
    secret: false,
    required: false,
  },
];

/** What was filled in or came with a refresh, with what is usual where nothing was. */
export function tiktokSecret(saved: unknown): TiktokSecret {
  const given = (saved ?? {}) as Partial<Record<keyof TiktokSecret, unknown>>;
  const text = (name: keyof TiktokSecret) => (typeof given[name] === "string" ? given[name] : "");
  return {
    clientKey: text("clientKey"),
    clientSecret: text("clientSecret"),
    accessToken: text("accessToken"),
    refreshToken: text("refreshToken"),
    refreshedAt: text("refreshedAt"),
    refreshUntil: text("refreshUntil"),
    audited: given.audited === true || given.audited === "yes",
    host: (text("host") || "https://open.tiktokapis.com").replace(/\/+$/, ""),
  };
}
