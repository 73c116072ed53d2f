import type { OfficialDocumentModel } from "./document.ts";

/** Every letter of Vietnamese, small and capital, composed. */
export const vietnameseLetters = [
  ..."aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ",
].flatMap((letter) => [letter, letter.toLocaleUpperCase("vi")]);

/** A report as the tests of the writers use it; `more` replaces parts. */
export const sampleDocument = (more: Partial<OfficialDocumentModel> = {}): OfficialDocumentModel => ({
  parentAgency: "UBND tỉnh Bắc Ninh",
  agency: "Sở Văn hóa, Thể thao và Du lịch",
  number: null,
  symbol: "BC-SVHTTDL",
  place: "Bắc Ninh",
  date: null,
  year: 2026,
  type: "Báo cáo",
  abstract: "Kết quả tuyên truyền cải cách hành chính quý IV năm 2026",
  addressees: ["Ủy ban nhân dân tỉnh Bắc Ninh"],
  bases: ["Căn cứ kế hoạch mẫu"],
  body: [
    { kind: "heading", level: 1, text: "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH" },
    { kind: "paragraph", text: "Sở đã ban hành văn bản chỉ đạo." },
    { kind: "heading", level: 1, text: "KẾT QUẢ THỰC HIỆN" },
    { kind: "heading", level: 2, text: "Tin, bài" },
    {
      kind: "paragraph",
      text: [
        { text: "Đã đăng " },
        { text: "12/15", bold: true },
        { text: " tin, bài; xem " },
        { text: "cổng thông tin", link: "https://example.vn/tin-tuc" },
        { text: "." },
      ],
    },
    {
      kind: "table",
      caption: "Bảng 1. Tin, bài theo đơn vị",
      head: ["STT", "Đơn vị", "Số tin, bài"],
      widths: [1, 5, 2],
      rows: [
        [{ text: "1", align: "center" }, "Đơn vị mẫu A", { text: "7", align: "right" }],
        [{ text: "Nhóm đơn vị", columns: 3, bold: true }],
        [{ text: "2", align: "center" }, "Đơn vị mẫu B", { text: "5", align: "right" }],
      ],
    },
    { kind: "bullet", text: "Đề nghị các đơn vị tiếp tục thực hiện." },
  ],
  signer: { authority: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name: null },
  recipients: ["Như trên", "Lưu: VT, TTBCXB"],
  appendices: [],
  ...more,
});
