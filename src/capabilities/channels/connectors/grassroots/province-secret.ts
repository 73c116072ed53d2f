import type { ConnectionField } from "../connector.ts";

/** What lets us in at a province's system; the token changes with each sign-in. */
export interface ProvinceSecret {
  host: string;
  user: string;
  password: string;
  /** Codes of communes as that system knows them. */
  areas: string[];
  priority: string;
  token: string;
  /** When it was given; empty: none was. */
  tokenAt: string;
}

export const provinceConnection: ConnectionField[] = [
  {
    name: "host",
    label: "Địa chỉ hệ thống thông tin nguồn của tỉnh",
    hint: "Cả https://, do đơn vị vận hành cấp cùng tài khoản gửi bản tin.",
    secret: false,
    required: true,
  },
  { name: "user", label: "Tên đăng nhập", hint: "", secret: false, required: true },
  { name: "password", label: "Mật khẩu", hint: "", secret: true, required: true },
  {
    name: "areas",
    label: "Mã địa bàn nhận",
    hint: "Mã xã, phường của hệ thống ấy, cách nhau bằng dấu phẩy. Mỗi nhóm địa bàn khác nhau thì ghi một tài khoản riêng.",
    secret: false,
    required: true,
  },
  {
    name: "priority",
    label: "Mức ưu tiên",
    hint: "Để trống: thông thường. Ghi “ưu tiên” nếu tài khoản được phép. Khẩn cấp thì gửi ở hệ thống ấy.",
    secret: false,
    required: false,
  },
];

/** What was filled in or came with a sign-in. */
export function provinceSecret(saved: unknown): ProvinceSecret {
  const given = (saved ?? {}) as Record<string, string | string[] | undefined>;
  const text = (name: string) => (typeof given[name] === "string" ? (given[name] as string).trim() : "");
  const { areas } = given;
  return {
    host: text("host").replace(/\/+$/, ""),
    user: text("user"),
    password: text("password"),
    areas: (Array.isArray(areas) ? areas : (areas ?? "").split(/[,;\s]+/u)).filter((code) => code !== ""),
    priority: /^ưu tiên$/iu.test(text("priority").normalize("NFC")) ? "priority" : "normal",
    token: text("token"),
    tokenAt: text("tokenAt"),
  };
}
