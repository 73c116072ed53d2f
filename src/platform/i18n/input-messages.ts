import type { z } from "zod";

const number = new Intl.NumberFormat("vi-VN");
const shown = (value: number | bigint) => number.format(value);

const bounds: Record<string, { over: (limit: string) => string; under: (limit: string) => string }> = {
  string: {
    over: (limit) => `Dài quá ${limit} ký tự; hãy rút gọn.`,
    under: (limit) => (limit === "1" ? "Không được để trống." : `Cần ít nhất ${limit} ký tự.`),
  },
  array: {
    over: (limit) => `Nhiều quá ${limit} mục; hãy bớt đi.`,
    under: (limit) => (limit === "1" ? "Hãy chọn ít nhất một mục." : `Cần ít nhất ${limit} mục.`),
  },
  file: {
    over: (limit) => `Tệp lớn quá ${limit} byte.`,
    under: () => "Tệp trống.",
  },
};
const amount = {
  over: (limit: string) => `Lớn nhất là ${limit}.`,
  under: (limit: string) => `Nhỏ nhất là ${limit}.`,
};

const formats: Record<string, string> = {
  email: "Địa chỉ thư điện tử chưa đúng, ví dụ ten@coquan.gov.vn.",
  date: "Ngày chưa đúng.",
  datetime: "Ngày giờ chưa đúng.",
  url: "Địa chỉ trang chưa đúng, cần bắt đầu bằng https:// hoặc http://.",
  uuid: "Mục được chọn không còn hoặc địa chỉ không đúng.",
};

/** What a person reads beside a refused field of any interface call, where the contract gives no words of its own. */
export const inputMessage: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "too_big":
      return (bounds[issue.origin] ?? amount).over(shown(issue.maximum));
    case "too_small":
      return (bounds[issue.origin] ?? amount).under(shown(issue.minimum));
    case "invalid_format":
      return formats[issue.format] ?? "Viết chưa đúng mẫu.";
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? "Còn thiếu; hãy điền hoặc chọn."
        : "Kiểu dữ liệu chưa đúng.";
    case "invalid_value":
      return "Không phải một lựa chọn có trong danh sách.";
    case "unrecognized_keys":
      return `Có trường không dùng: ${issue.keys.join(", ")}.`;
    default:
      return "Chưa đúng; hãy kiểm tra lại.";
  }
};
