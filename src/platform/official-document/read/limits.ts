import { UnreadableDocument } from "./unreadable-document.ts";

/** Bounds that keep a hostile file from taking the machine; an official document stays far below each. */
export const limits = {
  /** Bytes of the file itself. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of one part after decompression, counted while it streams. */
  partBytes: 160 * 1024 * 1024,
  /** The same of a part that only tells of looks, numbers and relations. */
  sidePartBytes: 16 * 1024 * 1024,
  /** Entries of the package. */
  entries: 5_000,
  /** Characters of text. */
  characters: 8_000_000,
  /** Paragraphs with or without text, table cells included. */
  paragraphs: 1_500_000,
  /** Paragraphs that hold text: some 10,000 pages. */
  writtenParagraphs: 200_000,
  /** Cells of all tables, empty ones counted. */
  cells: 300_000,
  /** Attributes of one XML element. */
  attributes: 1_000,
  /** Nesting of XML elements. */
  depth: 200,
} as const;

/** The refusal of a text beyond these bounds. */
export function tooLong(): UnreadableDocument {
  return new UnreadableDocument(
    "too-large",
    "Văn bản dài bất thường (quá tám triệu ký tự, quá nhiều đoạn hoặc ô bảng) nên không được đọc; hãy tách riêng phần cần đọc rồi thử lại.",
  );
}

/** The refusal of a file that is too big to be taken into memory. */
export function tooLargeFile(): UnreadableDocument {
  return new UnreadableDocument(
    "too-large",
    "Tệp lớn hơn 64 MB nên không được đọc; hãy bỏ bớt hình ảnh trong tệp rồi thử lại.",
  );
}
