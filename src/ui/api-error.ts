import { ORPCError } from "@orpc/client";

/** A refused or failed call, told to a person. */
export interface Explanation {
  /** What happened. */
  title: string;
  /** What was kept, what to do. */
  advice: string;
  /** Code for support; null where the sentence says it all. */
  code: string | null;
  /** Calling again may succeed and does no harm. */
  mayRetry: boolean;
  /** Fields that were refused; `field` is the path in the input, such as "units.0.name". */
  issues: { field: string; message: string }[];
}

const advices: Record<number, string> = {
  400: "Hãy sửa các điểm được nêu rồi gửi lại.",
  401: "Những gì bạn đang viết vẫn còn trên màn hình này. Hãy đăng nhập lại rồi làm tiếp.",
  403: "Chưa có gì thay đổi. Nếu đây là việc của bạn, hãy nhờ người quản trị phân công lại.",
  404: "Có thể mục này đã được chuyển hoặc gỡ. Hãy quay lại danh sách.",
  409: "Chưa có gì thay đổi. Hãy tải lại trang để xem tình trạng mới nhất.",
  413: "Chưa có gì được nhận. Hãy chọn tệp nhỏ hơn.",
  422: "Chưa có gì thay đổi. Hãy sửa các điểm được nêu rồi thử lại.",
  429: "Hãy chờ ít phút rồi thử lại.",
};

const issuesOf = (data: unknown): Explanation["issues"] => {
  const issues = (data as { issues?: unknown } | null | undefined)?.issues;
  if (!Array.isArray(issues)) return [];
  return issues.flatMap((issue: { field?: unknown; message?: unknown }) =>
    typeof issue?.message === "string" ? [{ field: String(issue.field ?? ""), message: issue.message }] : [],
  );
};

/** What to do, where the server itself says so. */
const adviceOf = (data: unknown): string | null => {
  const advice = (data as { advice?: unknown } | null | undefined)?.advice;
  return typeof advice === "string" ? advice : null;
};

/** Answered with 401: nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean => error instanceof ORPCError && error.status === 401;

/** HTTP status of a refused call; null when no answer came. */
export const statusOf = (error: unknown): number | null => (error instanceof ORPCError ? error.status : null);

/** Puts any failure of a call into words: what happened, what was kept, what to do. */
export function explainError(error: unknown): Explanation {
  if (error instanceof ORPCError) {
    const fault = error.status >= 500;
    return {
      title: fault ? "Máy chủ gặp lỗi nên chưa làm được việc này." : error.message,
      advice: fault
        ? "Chưa có gì được lưu ở máy chủ; những gì bạn đã nhập vẫn còn trên màn hình. Hãy thử lại sau ít phút."
        : (adviceOf(error.data) ?? advices[error.status] ?? "Chưa có gì thay đổi. Hãy thử lại."),
      code: fault ? `${error.status} ${error.code}` : null,
      mayRetry: fault || error.status === 429,
      issues: issuesOf(error.data),
    };
  }
  if (error instanceof TypeError) {
    return {
      title: "Không kết nối được với máy chủ.",
      advice: "Những gì bạn đã nhập vẫn còn trên màn hình. Hãy kiểm tra mạng rồi thử lại.",
      code: null,
      mayRetry: true,
      issues: [],
    };
  }
  return {
    title: "Trang này gặp lỗi.",
    advice: "Dữ liệu ở máy chủ không bị ảnh hưởng. Hãy tải lại trang; nếu vẫn lỗi, hãy báo người quản trị.",
    code: error instanceof Error ? error.name : null,
    mayRetry: true,
    issues: [],
  };
}

/** The refused fields as `{ field: message }`, the form that @mantine/form's setErrors takes. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  Object.fromEntries(explainError(error).issues.map(({ field, message }) => [field, message]));
