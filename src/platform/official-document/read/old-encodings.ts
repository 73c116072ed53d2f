import { toNfc } from "#platform/text/nfc.ts";
import { fromLegacy } from "./legacy-letters.ts";

/** Words that every plan says often, all with letters that the encodings write differently. */
const usualWords =
  /(?<!\p{L})(?:và|của|các|kế|hoạch|thực|hiện|ngày|tháng|năm|việc|được|người|tổ|chức|đơn|vị|trước|về|nhân|hành|chính|số|nhiệm|vụ|truyền|xã|tỉnh|hồ|sơ|tiếp|nhận|trả|kết|quả|trực|tuyến|giải|quyết|mã|tên|lĩnh|vực|thủ|tục|đang|xử|lý|đúng|hạn|quá|đã|phòng|sở|cấp|giấy|phép|không|có)(?!\p{L})/giu;
const words = /\p{L}+/gu;

/** TCVN3 has no place for most capitals with marks, so that "HOẠCH" was written with a small letter inside. */
function withCapitals(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      /[A-Z]{2}/.test(line) && !/[a-z]/.test(line)
        ? line.toUpperCase()
        : line.replace(words, (word) =>
            /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? word.toUpperCase() : word,
          ),
    )
    .join("\n");
}

const encodings: readonly ((bytes: Uint8Array) => string)[] = [
  (bytes) => toNfc(new TextDecoder("windows-1258").decode(bytes)),
  (bytes) => withCapitals(fromLegacy(Buffer.from(bytes).toString("latin1"), "tcvn3")),
  (bytes) => fromLegacy(Buffer.from(bytes).toString("latin1"), "vni"),
];

/** How much is looked at to tell which encoding it is. */
const looked = 20_000;

/** What turns bytes into text in the encoding as which these read best; null when they are Vietnamese in none. */
export function oldEncodingOf(bytes: Uint8Array): ((bytes: Uint8Array) => string) | null {
  const near = bytes.subarray(0, looked);
  const shares = encodings.map((decoded) => {
    const text = decoded(near);
    const all = text.match(words)?.length ?? 0;
    return all < 8 ? 0 : (text.match(usualWords)?.length ?? 0) / all;
  });
  const best = Math.max(...shares);
  return best < 0.08 ? null : encodings[shares.indexOf(best)]!;
}

/**
 * A text in Windows-1258, TCVN3 or VNI, the encodings of Vietnamese before Unicode; null when it reads as Vietnamese
 * in none of them. Only for bytes that are no UTF-8.
 */
export const fromOldEncoding = (bytes: Uint8Array): string | null => oldEncodingOf(bytes)?.(bytes) ?? null;
