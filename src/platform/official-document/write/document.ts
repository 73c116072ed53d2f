/** A stretch of text in one style. `link` is an http(s) address. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  link?: string;
}

export type RichText = string | Run[];

/** A table cell; a text alone is a left-aligned cell. Line breaks ("\n") are kept. */
export type Cell =
  | RichText
  | { text: RichText; align?: "left" | "center" | "right"; columns?: number; bold?: boolean };

export interface Table {
  kind: "table";
  /** Printed above the table. */
  caption?: string;
  /** Repeated on every page that the table reaches. */
  head: string[];
  rows: Cell[][];
  /** Relative widths of the columns; equal when left out. */
  widths?: number[];
}

/** What the body of a document is made of. */
export type Block =
  /** Numbered by its place (I. / 1. / a)) unless `label` gives the number as printed; null: no number. */
  | { kind: "heading"; level: 1 | 2 | 3; text: string; label?: string | null }
  | { kind: "paragraph"; text: RichText }
  | { kind: "bullet"; text: RichText; level?: 1 | 2 }
  | Table;

export interface Appendix {
  /** "DANH MỤC MINH CHỨNG": printed in capitals under "Phụ lục". */
  title: string;
  landscape?: boolean;
  body: Block[];
}

/** An administrative document of Decree 30/2020/NĐ-CP, independent of the file format that it is written in. */
export interface OfficialDocumentModel {
  /** "UBND TỈNH BẮC NINH"; null for a People's Committee, which has no parent in the header. */
  parentAgency: string | null;
  agency: string;
  /** As issued by the registry ("36"); null stays blank. */
  number: string | null;
  /** Without the number: "BC-SVHTTDL". */
  symbol: string;
  /** "Bắc Ninh". */
  place: string;
  /** YYYY-MM-DD of issue; null leaves day and month blank. */
  date: string | null;
  year: number;
  /** "BÁO CÁO", "KẾ HOẠCH". */
  type: string;
  abstract: string;
  /** "Kính gửi", for reports sent upward. */
  addressees?: string[];
  /** "Căn cứ …", one each, without final punctuation. */
  bases?: string[];
  body: Block[];
  /** Authority lines from top to bottom: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]. No signature is ever drawn. */
  signer: { authority: string[]; name: string | null };
  /** Of minutes: who wrote them signs on the left, the recipients follow below. Only in .docx. */
  secretary?: string;
  /** Without dash and final punctuation; the last is usually "Lưu: VT, TTBCXB". */
  recipients: string[];
  appendices: Appendix[];
  /** ISO instant that the file says it was made at: what it says is from then. Left out: now. */
  madeAt?: string;
  /** Printed at the foot of every page, e.g. "DỮ LIỆU MẪU". */
  sampleMark?: string;
}
