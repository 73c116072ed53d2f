/** How much a remark weighs: it keeps a text from being sent, should be looked at, or may help. */
export const remarkWeights = {
  must: "Phải xử lý trước khi gửi",
  should: "Nên sửa",
  may: "Nên cân nhắc",
} as const;
export type RemarkWeight = keyof typeof remarkWeights;

/** What a remark is about, the weightiest first. */
export const remarkKinds = {
  "personal-data": { label: "Dữ liệu cá nhân", weight: "must" },
  spelling: { label: "Chính tả", weight: "should" },
  citation: { label: "Văn bản viện dẫn", weight: "should" },
  name: { label: "Tên cơ quan, đơn vị hành chính", weight: "should" },
  "dead-link": { label: "Liên kết hỏng", weight: "should" },
  link: { label: "Chữ của liên kết", weight: "should" },
  structure: { label: "Tiêu đề, bảng", weight: "should" },
  abbreviation: { label: "Chữ viết tắt", weight: "may" },
  sentence: { label: "Câu dài", weight: "may" },
  phrase: { label: "Cách nói hành chính", weight: "may" },
  source: { label: "Số liệu chưa có nguồn", weight: "may" },
} as const satisfies Record<string, { label: string; weight: RemarkWeight }>;
export type RemarkKind = keyof typeof remarkKinds;

/** One block of text: a paragraph, a heading, a cell. */
export interface Block {
  /** `body`, or the place of words outside it (`parts-of.ts`). */
  field: string;
  /** As people call the place. */
  where: string;
  /** Place among the blocks of its field. */
  index: number;
  type: "line" | "spoken" | "paragraph" | "heading" | "cell";
  /** Of a heading. */
  level: number;
  /** As it was written. */
  written: string;
  /** Composed, without marks that no eye sees. */
  text: string;
  /** Place in `written` of each code unit of `text`, and of its end; null: the same. */
  places: Uint32Array | null;
  /** Places within `written`. */
  links: { from: number; to: number; href: string }[];
}

/** What somebody should look at. */
export interface Remark {
  kind: RemarkKind;
  /** The words meant. */
  passage: string;
  field: string;
  where: string;
  block: number;
  /** Within the block as it was written, in code units; a line break is one. */
  from: number;
  to: number;
  why: string;
  /** What to write for the passage, fit to stand in its place; absent: nothing is proposed. */
  instead?: string;
  /** Stays the same while the words do; two remarks of a kind on the same words have the same. */
  key: string;
}

/** What a check finds: the words by their place, what is said of them, and what else makes it another remark. */
export interface Found {
  from: number;
  to: number;
  why: string;
  instead?: string;
  about?: string;
}

/** 53 bits of a text, in hexadecimal; the same in the browser and on the server. */
export function shortHash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, "0");
}
