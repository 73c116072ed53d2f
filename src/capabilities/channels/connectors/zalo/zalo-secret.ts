import type { ConnectionField } from "../connector.ts";

/** What lets us in at an Official Account. The pair of tokens changes with each refresh. */
export interface ZaloSecret {
  appId: string;
  secretKey: string;
  accessToken: string;
  refreshToken: string;
  /** When the pair came; empty: not known. */
  refreshedAt: string;
  /** Address of the cover for texts without a picture. */
  cover: string;
  /** A follower of the agency's own, of whom the quota of broadcasts is asked; empty: it is not asked. */
  follower: string;
  host: string;
  oauthHost: string;
}

export const zaloConnection: ConnectionField[] = [
  {
    name: "appId",
    label: "Mã ứng dụng",
    hint: "Ở trang quản lý ứng dụng của Zalo; ứng dụng phải đang hoạt động và được cấp quyền quản lý bài viết.",
    secret: false,
    required: true,
  },
  { name: "secretKey", label: "Khóa bí mật của ứng dụng", hint: "", secret: true, required: true },
  {
    name: "refreshToken",
    label: "Mã làm mới (refresh token)",
    hint: "Dùng được một lần; hệ thống tự đổi và giữ mã mới. Đừng dùng mã này ở nơi khác.",
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
    name: "cover",
    label: "Địa chỉ ảnh bìa dùng khi bài không có ảnh",
    hint: "Ảnh JPEG hoặc PNG, nhỏ hơn 1 MB, ở địa chỉ công khai. Zalo đòi mỗi bài một ảnh bìa.",
    secret: false,
    required: false,
  },
  {
    name: "follower",
    label: "Mã người quan tâm của cơ quan (user id)",
    hint: "Để trống được. Có mã thì trước khi gửi tới người quan tâm, hệ thống hỏi còn bao nhiêu lượt trong ngày.",
    secret: false,
    required: false,
  },
  {
    name: "host",
    label: "Máy chủ",
    hint: "Để trống: openapi.zalo.me. Điền địa chỉ khác khi chạy thử.",
    secret: false,
    required: false,
  },
  {
    name: "oauthHost",
    label: "Máy chủ cấp quyền",
    hint: "Để trống: oauth.zaloapp.com. Điền địa chỉ khác khi chạy thử.",
    secret: false,
    required: false,
  },
];

const bare = (address: string) => address.replace(/\/+$/, "");

/** What was filled in or came with a refresh, with what is usual where nothing was. */
export function zaloSecret(saved: unknown): ZaloSecret {
  const given = (saved ?? {}) as Partial<ZaloSecret>;
  return {
    appId: given.appId ?? "",
    secretKey: given.secretKey ?? "",
    accessToken: given.accessToken ?? "",
    refreshToken: given.refreshToken ?? "",
    refreshedAt: given.refreshedAt ?? "",
    cover: given.cover ?? "",
    follower: given.follower ?? "",
    host: bare(given.host || "https://openapi.zalo.me"),
    oauthHost: bare(given.oauthHost || "https://oauth.zaloapp.com"),
  };
}
