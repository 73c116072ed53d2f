import { docxFile, numberingXml, p } from "#platform/official-document/read/docx.fixture.ts";
import { notedBody, usualNumbering } from "#platform/official-document/read/notation.fixture.ts";
import { type CorpusPlan, inWord } from "./outline.fixture.ts";

const head = (number: string, symbol: string, title: string) => `
| {c}UBND TỈNH THÍ DỤ¶{cb}SỞ MẪU | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: ${number}/${symbol} | {i}Thí Dụ, ngày 10 tháng 02 năm 2026 |
{cb}KẾ HOẠCH
{cb}${title}`;

const tail = `| Nơi nhận:¶- Lưu: VT. | {cb}GIÁM ĐỐC¶¶{cb}Nguyễn Thị Mẫu |`;

const headLines = (number: string, symbol: string, title: string) => `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ MẪU
      số: ${number} / ${symbol}
      ngày: Thí Dụ, 2026-02-10
      tên: KẾ HOẠCH: ${title}
      ký:  | GIÁM ĐỐC | Nguyễn Thị Mẫu
      nhận: Lưu: VT`;

/** Plans with tables of tasks; all invented. */
export const appendixPlans: CorpusPlan[] = [
  {
    name: "a table inside the plan whose column of units is called “Đơn vị, cá nhân phụ trách”",
    ...inWord(`${head("9", "KH-SM", "Tuyên truyền cải cách hành chính năm 2026")}
I. NỘI DUNG
Tuyên truyền trên các kênh của Sở.
II. PHÂN CÔNG
| {cb}STT | {cb}Nội dung | {cb}Đơn vị, cá nhân phụ trách | {cb}Thời gian |
| 1 | Viết tin, bài | Văn phòng Sở | Hàng tuần |
| 2 | Tổng kết | Thanh tra Sở | Tháng 12/2026 |
III. KINH PHÍ
Dự toán được giao.
${tail}`),
    expected: `${headLines("9", "KH-SM", "Tuyên truyền cải cách hành chính năm 2026")}
      mục:
      I [NỘI DUNG]
      I.p1 Tuyên truyền trên các kênh của Sở.
      II [PHÂN CÔNG]
      III [KINH PHÍ]
      III.p1 Dự toán được giao.
      việc:
      II – › – › 1 | Viết tin, bài | Văn phòng Sở |  | recurring week “Hàng tuần”
      II – › – › 2 | Tổng kết | Thanh tra Sở |  | period 2026-12-01..2026-12-31 “Tháng 12/2026”
    `,
  },
  {
    name: "two appendices: merged lead cells, group rows, a head in two rows, a repeated head, landscape section",
    ...inWord(`${head("21", "KH-SM", "Cải cách hành chính năm 2026")}
I. MỤC TIÊU
Hoàn thành các nhiệm vụ tại Phụ lục I và Phụ lục II.
II. TỔ CHỨC THỰC HIỆN
Các phòng căn cứ Phụ lục kèm theo để thực hiện.
${tail}

{cb}Phụ lục I
{cb}DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH
{ci}(Ban hành kèm theo Kế hoạch số 21/KH-SM ngày 10 tháng 02 năm 2026 của Sở Mẫu)
| {cb}STT | {cb}Nhiệm vụ | {cb}Sản phẩm | >2 {cb}Phân công thực hiện | {cb}Thời gian hoàn thành |
| ^ | ^ | ^ | {cb}Đơn vị chủ trì | {cb}Đơn vị phối hợp | ^ |
| {cb}I | >5 {b}Cải cách thể chế |
| 1 | Rà soát văn bản | Báo cáo | Văn phòng Sở | Các phòng | Quý I/2026 |
| 2 | Theo dõi thi hành pháp luật | Kế hoạch | ^ | ^ | Quý II và Quý IV/2026 |
| {cb}STT | {cb}Nhiệm vụ | {cb}Sản phẩm | {cb}Đơn vị chủ trì | {cb}Đơn vị phối hợp | {cb}Thời gian hoàn thành |
| {cb}II | >5 {b}Cải cách thủ tục hành chính |
| 3 | Công khai thủ tục | 100% thủ tục được công khai | Văn phòng Sở; Phòng Nghiệp vụ | Trung tâm Mẫu | Thường xuyên |
| 4 | Khảo sát sự hài lòng | Báo cáo kết quả | Phòng Nghiệp vụ |  | Trước 30/11/2026 |

{cb}Phụ lục II
{cb}DANH MỤC BÁO CÁO
| TT | Tên nhiệm vụ | Cơ quan chủ trì | Thời hạn |
| 1 | Báo cáo quý | Văn phòng Sở | Ngày 15 tháng cuối quý |
| 2 | Báo cáo năm | ^ | 15/12/2026 |
`),
    expected: `${headLines("21", "KH-SM", "Cải cách hành chính năm 2026")}
      mục:
      I [MỤC TIÊU]
      I.p1 Hoàn thành các nhiệm vụ tại Phụ lục I và Phụ lục II.
      II [TỔ CHỨC THỰC HIỆN]
      II.p1 Các phòng căn cứ Phụ lục kèm theo để thực hiện.
      việc:
      Phụ lục I DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH › Cải cách thể chế › 1 | Rà soát văn bản | Văn phòng Sở | Các phòng | period 2026-01-01..2026-03-31 “Quý I/2026” | Báo cáo
      Phụ lục I DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH › Cải cách thể chế › 2 | Theo dõi thi hành pháp luật | Văn phòng Sở | Các phòng | period 2026-04-01..2026-12-31 “Quý II và Quý IV/2026” | Kế hoạch
      Phụ lục I DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH › Cải cách thủ tục hành chính › 3 | Công khai thủ tục | Văn phòng Sở; Phòng Nghiệp vụ | Trung tâm Mẫu | continuous “Thường xuyên” | 100% thủ tục được công khai
      Phụ lục I DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH › Cải cách thủ tục hành chính › 4 | Khảo sát sự hài lòng | Phòng Nghiệp vụ |  | date 2026-11-30 “Trước 30/11/2026” | Báo cáo kết quả
      Phụ lục II DANH MỤC BÁO CÁO › – › 1 | Báo cáo quý | Văn phòng Sở |  | recurring quarter “Ngày 15 tháng cuối quý”
      Phụ lục II DANH MỤC BÁO CÁO › – › 2 | Báo cáo năm | Văn phòng Sở |  | date 2026-12-15 “15/12/2026”
    `,
    warnings: ["due-several@Phụ lục I DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH, dòng 2"],
  },
  {
    name: "columns of the six clears (6 rõ), authority beside the units, a note under the table",
    ...inWord(`${head("25", "KH-SM", "Công tác năm 2026")}
I. MỤC TIÊU
Hoàn thành nhiệm vụ.
II. NHIỆM VỤ
Theo Phụ lục kèm theo.
${tail}
{cb}PHỤ LỤC
{cb}PHÂN CÔNG NHIỆM VỤ
| {cb}TT | {cb}Rõ việc | >2 {cb}Rõ người, rõ trách nhiệm | {cb}Rõ thẩm quyền | {cb}Rõ thời gian | {cb}Rõ kết quả |
| ^ | ^ | {cb}Chủ trì | {cb}Phối hợp | ^ | ^ | ^ |
| 1 | Lập dự toán | Phòng A | Các phòng | Giám đốc Sở | 30/6/2026 | Tờ trình |
| 2 | Công khai quyết toán | Phòng B | Văn phòng | Phó Giám đốc | Quý III/2026 | Thông báo |
{i}Ghi chú: Các đơn vị báo cáo trước ngày 15 hằng tháng.
`),
    expected: `${headLines("25", "KH-SM", "Công tác năm 2026")}
      mục:
      I [MỤC TIÊU]
      I.p1 Hoàn thành nhiệm vụ.
      II [NHIỆM VỤ]
      II.p1 Theo Phụ lục kèm theo.
      việc:
      PHỤ LỤC PHÂN CÔNG NHIỆM VỤ › – › 1 | Lập dự toán | Phòng A | Các phòng | date 2026-06-30 “30/6/2026” | Tờ trình
      PHỤ LỤC PHÂN CÔNG NHIỆM VỤ › – › 2 | Công khai quyết toán | Phòng B | Văn phòng | period 2026-07-01..2026-09-30 “Quý III/2026” | Thông báo
    `,
  },
  {
    name: "a table of tasks in the middle of the body, after a clause, and prose going on after it",
    ...inWord(`${head("09", "KH-SM", "Tổ chức Tuần lễ chuyển đổi số")}
{b}I. NỘI DUNG
{b}1. Các hoạt động chính
Các hoạt động được phân công như sau:
| TT | Hoạt động | Chủ trì | Phối hợp | Thời gian | Ghi chú |
| 1 | Lễ phát động | Văn phòng Sở | Các phòng | 08h00 ngày 10/10/2026 | Tại trụ sở |
| 2 | Trưng bày sản phẩm số | Trung tâm Mẫu | Văn phòng Sở | Từ ngày 10/10 đến ngày 12/10/2026 | |
{b}2. Khẩu hiệu
- Chuyển đổi số vì người dân.
{b}II. KINH PHÍ
| Nội dung chi | Số tiền |
| In ấn | 10.000.000 đồng |
Kinh phí lấy từ nguồn chi thường xuyên.
${tail}
`),
    expected: `${headLines("09", "KH-SM", "Tổ chức Tuần lễ chuyển đổi số")}
      mục:
      I [NỘI DUNG]
      I.1 [Các hoạt động chính]
      I.1.p1 Các hoạt động được phân công như sau:
      I.2 [Khẩu hiệu]
      I.2.b1 Chuyển đổi số vì người dân.
      II [KINH PHÍ]
      II.p1 Kinh phí lấy từ nguồn chi thường xuyên.
      việc:
      I.1 – › – › 1 | Lễ phát động | Văn phòng Sở | Các phòng | date 2026-10-10 “08h00 ngày 10/10/2026”
      I.1 – › – › 2 | Trưng bày sản phẩm số | Trung tâm Mẫu | Văn phòng Sở | period 2026-10-10..2026-10-12 “Từ ngày 10/10 đến ngày 12/10/2026”
    `,
    warnings: ["table-skipped@II"],
  },
  {
    name: "automatic row numbers, groups in a first merged column, lists inside cells, a total row",
    ...inWord(
      `${head("30", "KH-SM", "Phân công nhiệm vụ truyền thông năm 2026")}
{1.0}MỤC ĐÍCH
Rõ người, rõ việc, rõ thời gian.
{1.0}NHIỆM VỤ
Theo Phụ lục.
${tail}
{cb}PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ
{ci}(Kèm theo Kế hoạch số 30/KH-SM ngày 10/02/2026 của Sở Mẫu)
| STT | Nhóm nhiệm vụ | Nội dung công việc | Kết quả | Đơn vị thực hiện | Đơn vị phối hợp | Tiến độ | Kinh phí |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) |
| {3.0} | Báo chí | Họp báo | Biên bản | Văn phòng Sở | - Phòng A;¶- Phòng B. | Hằng quý | 20 |
| {3.0} | ^ | Viết tin, bài | 100 tin, bài | Các phòng, đơn vị thuộc Sở | | Cả năm | |
| {3.0} | Mạng xã hội | Làm video | 12 video | Phòng Truyền thông, Phòng A | | Mỗi tháng 01 video | 30 |
| >2 | Cộng | | | | | 50 |
`,
      [...usualNumbering, [["decimal", "%1"]]],
    ),
    expected: `${headLines("30", "KH-SM", "Phân công nhiệm vụ truyền thông năm 2026")}
      mục:
      I [MỤC ĐÍCH]
      I.p1 Rõ người, rõ việc, rõ thời gian.
      II [NHIỆM VỤ]
      II.p1 Theo Phụ lục.
      việc:
      PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ › Báo chí › 1 | Họp báo | Văn phòng Sở | Phòng A; Phòng B | recurring quarter “Hằng quý” | Biên bản
      PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ › Báo chí › 2 | Viết tin, bài | Các phòng, đơn vị thuộc Sở |  | period 2026-01-01..2026-12-31 “Cả năm” | 100 tin, bài
      PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ › Mạng xã hội › 3 | Làm video | Phòng Truyền thông, Phòng A = Phòng Truyền thông; Phòng A |  | recurring month “Mỗi tháng 01 video” | 12 video
    `,
  },
  {
    name: "rows with sub-numbers under a task, outline letters as groups, no appendix head but a title in capitals",
    ...inWord(`${head("33", "KH-SM", "Thực hiện nhiệm vụ năm 2026")}
I. YÊU CẦU
Hoàn thành đúng hạn.
II. NHIỆM VỤ
Có biểu phân công kèm theo.
${tail}
{cb}BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2026
{ci}(Kèm theo Kế hoạch số 33/KH-SM ngày 10/02/2026)
| STT | Nội dung | Đơn vị chủ trì | Thời gian thực hiện |
| A | LĨNH VỰC VĂN HÓA | | |
| 1 | Xây dựng đời sống văn hóa | | |
| 1.1 | Ban hành kế hoạch | Phòng Văn hóa | Tháng 02/2026 |
| 1.2 | Kiểm tra, tổng kết | Phòng Văn hóa | Tháng 11, 12/2026 |
| 2 | Bảo tồn di sản | Bảo tàng tỉnh | 2026 - 2027 |
| B | LĨNH VỰC DU LỊCH | | |
| 1 | Xúc tiến du lịch | Trung tâm Xúc tiến | T9/2026 |
`),
    expected: `${headLines("33", "KH-SM", "Thực hiện nhiệm vụ năm 2026")}
      mục:
      I [YÊU CẦU]
      I.p1 Hoàn thành đúng hạn.
      II [NHIỆM VỤ]
      II.p1 Có biểu phân công kèm theo.
      việc:
      BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2026 › Xây dựng đời sống văn hóa › 1.1 | Ban hành kế hoạch | Phòng Văn hóa |  | period 2026-02-01..2026-02-28 “Tháng 02/2026”
      BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2026 › Xây dựng đời sống văn hóa › 1.2 | Kiểm tra, tổng kết | Phòng Văn hóa |  | period 2026-11-01..2026-12-31 “Tháng 11, 12/2026”
      BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2026 › LĨNH VỰC VĂN HÓA › 2 | Bảo tồn di sản | Bảo tàng tỉnh |  | period 2026-01-01..2027-12-31 “2026 - 2027”
      BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2026 › LĨNH VỰC DU LỊCH › 1 | Xúc tiến du lịch | Trung tâm Xúc tiến |  | period 2026-09-01..2026-09-30 “T9/2026”
    `,
  },
  {
    name: "an appendix before the signature, and a second table that goes on after a page break without a head",
    fileName: "ke-hoach.docx",
    file: () =>
      docxFile(
        notedBody(`${head("40", "KH-SM", "Số hóa hồ sơ")}
I. NHIỆM VỤ
Nhiệm vụ cụ thể tại Phụ lục.
Nơi nhận:
- Lưu: VT.
{cb}GIÁM ĐỐC
{cb}Nguyễn Thị Mẫu`) +
          p("Phụ lục NHIỆM VỤ SỐ HÓA", { align: "center", bold: true }) +
          notedBody(`
| STT | Nhiệm vụ, giải pháp | Sản phẩm đầu ra | Cơ quan, đơn vị chủ trì thực hiện | Cơ quan phối hợp | Thời gian thực hiện, hoàn thành |
| 1. | Mua máy quét | 05 máy | VP Sở | Phòng KHTC | Quý I |
`) +
          p("") +
          notedBody(`
| 2. | Số hóa hồ sơ lưu trữ | 20.000 trang | VP Sở | Các phòng | Từ Quý II đến Quý IV/2026 |
`),
        { "word/numbering.xml": numberingXml(usualNumbering) },
      ),
    expected: `${headLines("40", "KH-SM", "Số hóa hồ sơ")}
      mục:
      I [NHIỆM VỤ]
      I.p1 Nhiệm vụ cụ thể tại Phụ lục.
      việc:
      Phụ lục NHIỆM VỤ SỐ HÓA › – › 1 | Mua máy quét | VP Sở | Phòng KHTC | period 2026-01-01..2026-03-31 “Quý I” | 05 máy
      Phụ lục NHIỆM VỤ SỐ HÓA › – › 2 | Số hóa hồ sơ lưu trữ | VP Sở | Các phòng | period 2026-04-01..2026-12-31 “Từ Quý II đến Quý IV/2026” | 20.000 trang
    `,
    warnings: ["year-inferred@Phụ lục NHIỆM VỤ SỐ HÓA, dòng 1"],
  },
];
