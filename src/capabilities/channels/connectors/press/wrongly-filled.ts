import { unreadableRoots } from "./trusted-roots.ts";

const isPort = (typed: string): boolean =>
  /^\d{1,5}$/.test(typed) && Number(typed) > 0 && Number(typed) < 65_536;
const isAddress = (typed: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(typed);

/** The first thing that cannot work as it was filled in, before any server is called; null: there is none. */
export function wronglyFilled(given: Record<string, unknown>): { field: string; why: string } | null {
  const text = (name: string) => (typeof given[name] === "string" ? given[name].trim() : "");
  const has = (name: string) => text(name) !== "";
  const byToken = has("tokenUrl");
  const unreadable = unreadableRoots(text("certificate"));
  const rules: [field: string, isWrong: boolean, why: string][] = [
    ["port", !isPort(text("port") || "465"), "Cổng là một số từ 1 đến 65535, thường là 465 hoặc 587."],
    ["from", !isAddress(text("from")), "Địa chỉ gửi chưa đúng, ví dụ baochi@so.tinh.gov.vn."],
    ["replyTo", has("replyTo") && !isAddress(text("replyTo")), "Địa chỉ nhận trả lời chưa đúng."],
    ["bounces", has("bounces") && !isAddress(text("bounces")), "Địa chỉ của hộp thư trả về chưa đúng."],
    [
      "tokenUrl",
      byToken && !/^https?:\/\//.test(text("tokenUrl")),
      "Địa chỉ cấp mã truy cập bắt đầu bằng https://.",
    ],
    ["user", byToken && !has("user"), "Đăng nhập bằng OAuth 2.0 thì điền tên đăng nhập."],
    ["clientId", byToken && !has("clientId"), "Đăng nhập bằng OAuth 2.0 thì điền mã ứng dụng."],
    ["refreshToken", byToken && !has("refreshToken"), "Đăng nhập bằng OAuth 2.0 thì điền mã làm mới."],
    ["password", !byToken && has("user") && !has("password"), "Hãy điền mật khẩu của tên đăng nhập này."],
    ["certificate", unreadable !== null, unreadable ?? ""],
  ];
  const found = rules.find(([, isWrong]) => isWrong);
  return found ? { field: found[0], why: found[2] } : null;
}
