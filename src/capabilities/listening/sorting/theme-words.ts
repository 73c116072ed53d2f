import { bareOf } from "./bare-words.ts";

/** Words of the product, by theme, until an agency says its own; an item that holds one of them is of the theme. */
export const usualWords: Readonly<Record<string, readonly string[]>> = {
  policy: ["cải cách hành chính"],
  "steering.two-tier": [
    "chính quyền địa phương hai cấp",
    "chính quyền địa phương 2 cấp",
    "chính quyền 2 cấp",
  ],
  "steering.indices": ["PAR INDEX", "SIPAS", "PAPI", "PCI", "chỉ số cải cách hành chính"],
  "innovation.public-service-centre": ["trung tâm phục vụ hành chính công", "một cửa"],
  "pillar.institutions": ["văn bản quy phạm pháp luật", "thể chế"],
  "pillar.procedures": ["thủ tục hành chính", "TTHC"],
  "pillar.procedures.late-apology": [
    "xin lỗi người dân",
    "thư xin lỗi",
    "hồ sơ trễ hạn",
    "chậm giải quyết hồ sơ",
  ],
  "pillar.apparatus": ["sắp xếp bộ máy", "tinh gọn bộ máy", "sáp nhập"],
  "pillar.civil-service": ["công vụ", "kỷ luật kỷ cương hành chính"],
  "pillar.public-finance": ["tài chính công", "tự chủ tài chính"],
  "pillar.digital": ["chuyển đổi số", "chính quyền số"],
  "pillar.digital.online-rates": ["dịch vụ công trực tuyến", "nộp hồ sơ trực tuyến", "VNeID"],
};

/** Whether one of the words stands in a text; both without diacritics, whole words only. */
const holds = (bare: string, word: string): boolean => {
  const sought = bareOf(word);
  if (sought === "") return false;
  for (let at = bare.indexOf(sought); at >= 0; at = bare.indexOf(sought, at + 1)) {
    const before = bare[at - 1] ?? " ";
    const after = bare[at + sought.length] ?? " ";
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return true;
  }
  return false;
};

/** The themes of a text by the words of an agency; `bare`: without diacritics, as items are kept. */
export const themesIn = (bare: string, words: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(words)
    .filter(([, ofTheme]) => ofTheme.some((word) => holds(bare, word)))
    .map(([theme]) => theme);
