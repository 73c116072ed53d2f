import type { ConnectionField } from "../connector.ts";

/** What lets us in at a YouTube channel. */
export interface YoutubeSecret {
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  accessToken: string;
  /** Until when the access token holds; empty: there is none yet. */
  until: string;
  /** Whether YouTube has audited the application: before that every video stays private. */
  audited: boolean;
  host: string;
  oauthHost: string;
  /** Of the reports; another host of the network’s own serves them too. */
  analyticsHost: string;
}

export const youtubeConnection: ConnectionField[] = [
  {
    name: "clientId",
    label: "Mã ứng dụng (client ID)",
    hint: "Ở bảng điều khiển của Google dành cho nhà phát triển; ứng dụng phải ra khỏi trạng thái thử nghiệm, nếu không mã hết hạn sau 7 ngày.",
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
    hint: "Của tài khoản Google dùng riêng, có quyền quản lý kênh; khi cấp quyền chọn đúng kênh của cơ quan.",
    secret: true,
    required: true,
  },
  {
    name: "audited",
    label: "YouTube đã kiểm duyệt ứng dụng chưa",
    hint: "Chưa thì mọi video tải lên bị khóa ở chế độ riêng tư, dù đặt thế nào.",
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
    hint: "Để trống: www.googleapis.com. Điền địa chỉ khác khi chạy thử.",
    secret: false,
    required: false,
  },
  {
    name: "oauthHost",
    label: "Máy chủ cấp quyền",
    hint: "Để trống: oauth2.googleapis.com. Điền địa chỉ khác khi chạy thử.",
    secret: false,
    required: false,
  },
];

const bare = (address: string) => address.replace(/\/+$/, "");

/** What was filled in or came with a refresh, with what is usual where nothing was. */
export function youtubeSecret(saved: unknown): YoutubeSecret {
  const given = (saved ?? {}) as Partial<Record<keyof YoutubeSecret, unknown>>;
  const text = (name: keyof YoutubeSecret) => (typeof given[name] === "string" ? given[name] : "");
  return {
    clientId: text("clientId"),
    clientSecret: text("clientSecret"),
    refreshToken: text("refreshToken"),
    accessToken: text("accessToken"),
    until: text("until"),
    audited: given.audited === true || given.audited === "yes",
    host: bare(text("host") || "https://www.googleapis.com"),
    analyticsHost: bare(text("host") || "https://youtubeanalytics.googleapis.com"),
    oauthHost: bare(text("oauthHost") || "https://oauth2.googleapis.com"),
  };
}
