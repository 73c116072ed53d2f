import type { ConnectionField } from "../connector.ts";
import { type MailOauth, mailOauth } from "./mail-token.ts";

/** By which mail server an agency writes to newsrooms, and as whom. */
export interface PressSecret {
  host: string;
  port: number;
  /** TLS from the first byte; else it is begun by STARTTLS. */
  isTls: boolean;
  user: string;
  password: string;
  /** Null: by password, or as nobody. */
  oauth: MailOauth | null;
  from: string;
  replyTo: string;
  bounces: string;
  certificate: string;
}

export const pressConnection: ConnectionField[] = [
  {
    name: "host",
    label: "Máy chủ gửi thư (SMTP)",
    hint: "Ví dụ mail.tinh.gov.vn.",
    secret: false,
    required: true,
  },
  {
    name: "port",
    label: "Cổng",
    hint: "465 (mã hóa từ đầu, nên dùng), 587 (STARTTLS) hoặc 25 (chuyển tiếp trong mạng, không cần đăng nhập).",
    secret: false,
    required: true,
  },
  {
    name: "security",
    label: "Mã hóa",
    hint: "Để trống: theo cổng. Ghi tls khi máy chủ mã hóa từ đầu ở cổng khác 465.",
    secret: false,
    required: false,
  },
  { name: "user", label: "Tên đăng nhập", hint: "", secret: false, required: false },
  { name: "password", label: "Mật khẩu ứng dụng", hint: "", secret: true, required: false },
  {
    name: "from",
    label: "Địa chỉ gửi",
    hint: "Cùng tên miền với chữ ký thư của cơ quan.",
    secret: false,
    required: true,
  },
  {
    name: "replyTo",
    label: "Địa chỉ nhận trả lời",
    hint: "Người phát ngôn hoặc đầu mối báo chí.",
    secret: false,
    required: false,
  },
  {
    name: "bounces",
    label: "Hộp thư nhận thư trả về",
    hint: "Để trống: dùng địa chỉ gửi.",
    secret: false,
    required: false,
  },
  {
    name: "tokenUrl",
    label: "Địa chỉ cấp mã truy cập (OAuth 2.0)",
    hint: "Chỉ điền khi máy chủ thư không nhận mật khẩu mà đòi OAuth 2.0 (XOAUTH2), ví dụ https://oauth2.googleapis.com/token. Để trống: đăng nhập bằng mật khẩu.",
    secret: false,
    required: false,
  },
  {
    name: "clientId",
    label: "Mã ứng dụng (client ID)",
    hint: "Khi dùng OAuth 2.0.",
    secret: false,
    required: false,
  },
  {
    name: "clientSecret",
    label: "Khóa bí mật của ứng dụng (client secret)",
    hint: "Khi dùng OAuth 2.0.",
    secret: true,
    required: false,
  },
  {
    name: "refreshToken",
    label: "Mã làm mới (refresh token)",
    hint: "Khi dùng OAuth 2.0; của đúng hộp thư ở ô “Tên đăng nhập”, có quyền gửi thư. Hệ thống tự đổi mã truy cập.",
    secret: true,
    required: false,
  },
  {
    name: "scope",
    label: "Phạm vi quyền (scope)",
    hint: "Chỉ điền khi nơi cấp mã đòi, ví dụ Microsoft 365: https://outlook.office.com/SMTP.Send.",
    secret: false,
    required: false,
  },
  {
    name: "certificate",
    label: "Chứng thư gốc của cơ quan",
    hint: "Chỉ điền (dạng PEM) khi máy chủ thư dùng chứng thư nội bộ.",
    secret: false,
    required: false,
    long: true,
  },
];

/** What was filled in, with what is usual where nothing was. */
export function pressSecret(saved: unknown): PressSecret {
  const given = (saved ?? {}) as Partial<
    Record<Exclude<keyof PressSecret, "oauth"> | keyof MailOauth | "security", string>
  >;
  const port = Number(given.port || 465);
  const from = given.from ?? "";
  return {
    host: given.host ?? "",
    port,
    isTls: port === 465 || given.security?.trim().toLowerCase() === "tls",
    user: given.user ?? "",
    password: given.password ?? "",
    oauth: mailOauth(given),
    from,
    replyTo: given.replyTo || from,
    bounces: given.bounces || from,
    certificate: given.certificate ?? "",
  };
}
