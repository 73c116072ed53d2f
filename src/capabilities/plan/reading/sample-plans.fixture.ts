import {
  cell,
  docxFile,
  numberingXml,
  p,
  run,
  table,
} from "#platform/official-document/read/docx.fixture.ts";

/** An invented department's plan as plain text, with the marks that converters leave. */
export const textPlan = `
SỞ MẪU THỬ

Số: /KH-SMT

Bắc Ninh, ngày … tháng … năm 2026

**KẾ HOẠCH**

**Thử nghiệm tuyên truyền về dịch vụ công năm 2026**

Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về cơ chế một cửa;

Thực hiện Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2026 của UBND tỉnh Bắc Ninh về dịch vụ công, Sở Mẫu thử xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH

Giúp người dân biết cách nộp hồ sơ trực tuyến.

II. NHIỆM VỤ

1. *Viết tin*: Mỗi tuần có tin mới về dịch vụ công.

Đơn vị chủ trì: Phòng Truyền thông, Báo chí.

Đơn vị phối hợp: Văn phòng Sở; các phòng, đơn vị liên quan.

Thời gian thực hiện: hằng tuần.

2. Mở lớp hướng dẫn

a) Chuẩn bị tài liệu;

b) Mời giảng viên;

c) Đặt phòng học;

d) Gửi giấy mời;

đ) Tổ chức lớp học theo Kế hoạch số 15/KH-UBND;

e) Lấy ý kiến học viên.

Thời gian hoàn thành: quý II/2026.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng Sở

- Chủ trì, phối hợp với Phòng Tài chính - Kế hoạch đôn đốc, hoàn thành báo cáo trước ngày 15 tháng 11 năm 2026.

- Lưu hồ sơ:

+ Bản giấy;

+ Bản điện tử.

Trên đây là Kế hoạch của Sở Mẫu thử./.

Nơi nhận:

- UBND tỉnh (để báo cáo);
- Lưu: VT.

**KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC**

Nguyễn Văn Mẫu
`;

const header = table([
  [
    cell("UBND TỈNH BẮC NINH\nSỞ MẪU THỬ"),
    cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
  ],
  [cell("Số: 07/KH-SMT"), cell("Bắc Ninh, ngày 05 tháng 02 năm 2026")],
]);

const ending = table([
  [
    cell("Nơi nhận:\n- Như trên;\n- Lưu: VT, VP."),
    cell("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Mẫu"),
  ],
]);

const appendix = [
  p("Phụ lục", { align: "center", bold: true }),
  p("PHÂN CÔNG NHIỆM VỤ", { align: "center", bold: true }),
  p("(Kèm theo Kế hoạch số 07/KH-SMT ngày 05 tháng 02 năm 2026)", { align: "center", italic: true }),
  table([
    ["STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"].map((head) =>
      cell(head),
    ),
    [cell("I. Nhóm truyền thông", { span: 6 })],
    [
      cell("1"),
      cell("Viết bài giới thiệu"),
      cell("10 bài"),
      cell("Văn phòng Sở", { merge: "start" }),
      cell("Phòng Báo chí; Trung tâm Mẫu"),
      cell("Trước ngày 30/6/2026"),
    ],
    [
      cell("2"),
      cell("Dựng phim ngắn"),
      cell("02 phim"),
      cell("", { merge: "continue" }),
      cell(""),
      cell("Quý III/2026"),
    ],
    ["STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"].map((head) =>
      cell(head),
    ),
    [cell("II. Nhóm tổng hợp", { span: 6 })],
    [cell("3"), cell("Báo cáo kết quả"), cell("Báo cáo"), cell("Phòng Báo chí"), cell(""), cell("Hằng quý")],
  ]),
].join("");

const wordBody = [
  header,
  p("KẾ HOẠCH", { align: "center", bold: true }),
  p("Giới thiệu dịch vụ công\nnăm 2026", { align: "center", bold: true }),
  p("Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2026 của UBND tỉnh, Sở Mẫu thử ban hành Kế hoạch:"),
  p("MỤC ĐÍCH", { bold: true, number: [1, 0] }),
  p("Để người dân dễ làm thủ tục."),
  p("NHIỆM VỤ", { bold: true, number: [1, 0] }),
  p("Truyền thông", { bold: true, number: [1, 1] }),
  p(`${run("Trên mạng xã hội", { italic: true })}${run(": Đăng bài ngắn, dễ hiểu.")}`, {
    number: [1, 2],
  }),
  p("Trên loa của xã, hoàn thành trong tháng 6/2026.", { number: [1, 2] }),
  p(
    "Văn phòng Sở chủ trì, phối hợp với Phòng Báo chí và Trung tâm Mẫu biên soạn tài liệu, xong trước ngày 30/6/2026.",
    {
      number: [1, 1],
    },
  ),
  p("Tài liệu giấy;", { number: [2, 0] }),
  p("Tài liệu số.", { number: [2, 0] }),
  ending,
  appendix,
].join("");

/** The same department's plan as a Word file with automatic numbers, a two-column header and a task appendix. */
export function wordPlan(change: (body: string) => string = (body) => body): Promise<Uint8Array> {
  return docxFile(change(wordBody), {
    "word/numbering.xml": numberingXml([
      [
        ["upperRoman", "%1."],
        ["decimal", "%2."],
        ["decimal", "%2.%3."],
      ],
      [["bullet", "-"]],
    ]),
  });
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
