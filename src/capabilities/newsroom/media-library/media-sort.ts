/** What a file of the library is, told by its content, never by its name. */
export const mediaSorts = [
  {
    slug: "picture",
    label: "Ảnh",
    noun: "ảnh",
    shows: "Ảnh cho thấy gì",
    formats: "JPEG, PNG, WebP, GIF",
  },
  { slug: "video", label: "Video", noun: "video", shows: "Video cho thấy gì", formats: "MP4, WebM, MOV" },
  {
    slug: "audio",
    label: "Âm thanh",
    noun: "bản thu",
    shows: "Bản thu nói về gì",
    formats: "MP3, M4A, WAV, OGG",
  },
  { slug: "document", label: "Tài liệu", noun: "tài liệu", shows: "Tài liệu nói về gì", formats: "PDF" },
] as const;

export type MediaSort = (typeof mediaSorts)[number]["slug"];
export const mediaSortSlugs = mediaSorts.map(({ slug }) => slug) as [MediaSort, ...MediaSort[]];

export const sortOf = (slug: MediaSort) => mediaSorts.find((sort) => sort.slug === slug)!;

const at = (head: Uint8Array, from: number, to: number) =>
  Buffer.from(head.subarray(from, to)).toString("latin1");

/** What people send in good faith, told by its beginning, each with what to do instead. */
const known: [RegExp, string][] = [
  [
    /^#!AMR/,
    "Bản ghi âm kiểu .amr của điện thoại chưa nghe được trên trang web nên kho không nhận; hãy chọn kiểu M4A hoặc MP3 trong cài đặt của ứng dụng ghi âm rồi ghi lại, hoặc đổi tệp này sang MP3.",
  ],
  [
    /^(\xef\xbb\xbf)?\s*<(svg|\?xml)/i,
    "Ảnh vẽ kiểu SVG có thể mang mã chạy được nên kho không nhận; hãy xuất thành PNG rồi tải lên.",
  ],
  [
    /^(\xef\xbb\xbf)?\s*<(!|html|head|script)/i,
    "Tệp này là trang web, không phải ảnh hay bản ghi dù tên tệp nói gì; hãy mở trang, lưu riêng ảnh rồi tải lên.",
  ],
];

/** Said of a file that the library does not take. */
export const unknownFile = (head: Uint8Array = new Uint8Array()) =>
  known.find(([beginning]) => beginning.test(at(head, 0, 16)))?.[1] ??
  `Tệp này không phải ảnh đọc được hay loại tệp mà kho nhận (${mediaSorts
    .map(({ label, formats }) => `${label.toLowerCase()} ${formats}`)
    .join("; ")}); hãy chọn tệp khác.`;

/** Brands of an ISO container that hold a still picture. */
const stillBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"];

/** What a file seems to be, by its first 16 bytes; null: nothing that the library keeps, or a picture in no known dress. */
export function sortOfContent(head: Uint8Array): "picture" | "recording" | "document" | null {
  if (at(head, 0, 5) === "%PDF-") return "document";
  if (at(head, 4, 8) === "ftyp") return stillBrands.includes(at(head, 8, 12)) ? "picture" : "recording";
  // The QuickTime files of old cameras begin without saying what they are.
  if (["moov", "mdat", "wide", "free", "skip", "pnot"].includes(at(head, 4, 8))) return "recording";
  if (at(head, 0, 4) === "RIFF") {
    if (at(head, 8, 12) === "WAVE") return "recording";
    return at(head, 8, 12) === "WEBP" ? "picture" : null;
  }
  if (at(head, 0, 4) === "\x1aE\xdf\xa3" || at(head, 0, 4) === "OggS" || at(head, 0, 3) === "ID3")
    return "recording";
  if (at(head, 0, 3) === "\xff\xd8\xff") return "picture";
  // Frames of MPEG sound, layer III.
  if (head[0] === 0xff && [0xfa, 0xfb, 0xf2, 0xf3, 0xe2, 0xe3].includes(head[1]!)) return "recording";
  if (at(head, 0, 4) === "\x89PNG" || at(head, 0, 4) === "GIF8") return "picture";
  return ["II*\0", "MM\0*"].includes(at(head, 0, 4)) ? "picture" : null;
}
