import { usualNumbering } from "#platform/official-document/read/notation.fixture.ts";
import { bytesOf } from "../sample-plans.fixture.ts";
import { type CorpusPlan, inWord } from "./outline.fixture.ts";

/** Plans of departments, all invented. */
export const departmentPlans: CorpusPlan[] = [
  {
    name: "a department's reform plan as text: agency over three lines, labelled bullets under each điểm",
    fileName: "ke-hoach-cchc.txt",
    file: async () =>
      bytesOf(`ỦY BAN NHÂN DÂN
TỈNH THÍ DỤ
SỞ NỘI VỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 125/KH-SNV
Thí Dụ, ngày 09 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026 của Sở Nội vụ

Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030;
Căn cứ Quyết định số 1234/QĐ-UBND ngày 30 tháng 12 năm 2025 của Chủ tịch UBND tỉnh Thí Dụ ban hành Kế hoạch cải cách hành chính tỉnh năm 2026,
Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2026 như sau:

I. MỤC TIÊU
1. Mục tiêu chung
Nâng cao chất lượng phục vụ người dân, doanh nghiệp; xây dựng đội ngũ công chức có trách nhiệm.
2. Mục tiêu cụ thể
- 100% hồ sơ được giải quyết đúng hạn.
- Tối thiểu 95% người dân hài lòng:
+ Tại trụ sở;
+ Trên môi trường mạng.

II. NHIỆM VỤ
1. Cải cách thể chế
a) Rà soát văn bản quy phạm pháp luật thuộc phạm vi quản lý;
- Đơn vị chủ trì: Văn phòng Sở.
- Đơn vị phối hợp: Các phòng thuộc Sở.
- Thời gian thực hiện: Quý I/2026.
- Sản phẩm: Báo cáo kết quả rà soát.
b) Tập huấn nghiệp vụ cho công chức cấp xã.
- Đơn vị chủ trì: Phòng Công chức, viên chức.
- Thời gian hoàn thành: Trước ngày 30/9/2026.
2. Cải cách thủ tục hành chính
Niêm yết đầy đủ thủ tục hành chính tại Bộ phận Một cửa.
Đơn vị thực hiện: Văn phòng Sở; Thời gian: Thường xuyên; Kết quả: 100% thủ tục được niêm yết.

III. TỔ CHỨC THỰC HIỆN
1. Trưởng các phòng, Giám đốc các đơn vị trực thuộc cụ thể hóa Kế hoạch này, báo cáo kết quả về Văn phòng Sở trước ngày 15 của tháng cuối quý.
2. Giao Văn phòng Sở theo dõi, đôn đốc, tổng hợp báo cáo Giám đốc Sở theo quy định.
Trên đây là Kế hoạch cải cách hành chính năm 2026 của Sở Nội vụ./.

Nơi nhận:
- UBND tỉnh (b/c);
- Giám đốc, các Phó Giám đốc Sở;
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT, CCHC.

GIÁM ĐỐC

Nguyễn Văn Mẫu
`),
    expected: `
      cơ quan: ỦY BAN NHÂN DÂN TỈNH THÍ DỤ > SỞ NỘI VỤ
      số: 125 / KH-SNV
      ngày: Thí Dụ, 2026-01-09
      tên: KẾ HOẠCH: Cải cách hành chính năm 2026 của Sở Nội vụ
      ký:  | GIÁM ĐỐC | Nguyễn Văn Mẫu
      nhận: UBND tỉnh (b/c) | Giám đốc, các Phó Giám đốc Sở | Các phòng, đơn vị thuộc Sở | Lưu: VT, CCHC
      dẫn: basis | Nghị quyết | 76/NQ-CP | 2021-07-15 | Chính phủ
      dẫn: basis | Quyết định | 1234/QĐ-UBND | 2025-12-30 | Chủ tịch UBND tỉnh Thí Dụ
      mục:
      I [MỤC TIÊU]
      I.1 [Mục tiêu chung]
      I.1.p1 Nâng cao chất lượng phục vụ người dân, doanh nghiệp; …
      I.2 [Mục tiêu cụ thể]
      I.2.b1 100% hồ sơ được giải quyết đúng hạn.
      I.2.b2 Tối thiểu 95% người dân hài lòng:
      I.2.b2.b1 Tại trụ sở;
      I.2.b2.b2 Trên môi trường mạng.
      II [NHIỆM VỤ]
      II.1 [Cải cách thể chế]
      II.1.a Rà soát văn bản quy phạm pháp luật thuộc phạm vi quản lý;
      II.1.b Tập huấn nghiệp vụ cho công chức cấp xã.
      II.2 [Cải cách thủ tục hành chính]
      II.2.p1 Niêm yết đầy đủ thủ tục hành chính tại Bộ phận Một cửa.
      III [TỔ CHỨC THỰC HIỆN]
      III.1 Trưởng các phòng, Giám đốc các đơn vị trực thuộc cụ thể hóa Kế hoạch này, …
      III.2 Giao Văn phòng Sở theo dõi, đôn đốc, tổng hợp báo cáo Giám đốc Sở theo quy định.
      p1 Trên đây là Kế hoạch cải cách hành chính năm 2026 của Sở Nội vụ./.
      việc:
      II.1.a | Rà soát văn bản quy phạm pháp luật thuộc phạm vi quản lý | Văn phòng Sở | Các phòng thuộc Sở | period 2026-01-01..2026-03-31 “Quý I/2026” | Báo cáo kết quả rà soát
      II.1.b | Tập huấn nghiệp vụ cho công chức cấp xã | Phòng Công chức, viên chức |  | date 2026-09-30 “Trước ngày 30/9/2026”
      II.2 | Cải cách thủ tục hành chính | Văn phòng Sở |  | continuous “Thường xuyên” | 100% thủ tục được niêm yết
      III.1 | Trưởng các phòng, Giám đốc các đơn vị trực thuộc cụ thể hóa Kế hoạch này, báo cáo kết quả về Văn phòng Sở trước ngày 15 của tháng cuối quý | Trưởng các phòng, Giám đốc các đơn vị trực thuộc = Trưởng các phòng; Giám đốc các đơn vị trực thuộc |  | recurring quarter “trước ngày 15 của tháng cuối quý”
      III.2 | Giao Văn phòng Sở theo dõi, đôn đốc, tổng hợp báo cáo Giám đốc Sở theo quy định | Văn phòng Sở |  | none
    `,
  },
  {
    name: "a draft in Word with header table, automatic numbers down to 1.1.1 and bullets, signed KT.",
    ...inWord(
      `
| {c}UBND TỈNH THÍ DỤ¶{cb}SỞ VĂN HÓA, THỂ THAO¶{cb}VÀ DU LỊCH | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số:        /KH-SVHTTDL | {r}Thí Dụ, ngày      tháng      năm 2026 |

{cb}KẾ HOẠCH
{cb}Truyền thông về chuyển đổi số trong lĩnh vực
{cb}văn hóa, thể thao và du lịch năm 2026

{i}Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;
{i}Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính; Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP;
Sở Văn hóa, Thể thao và Du lịch xây dựng Kế hoạch truyền thông với các nội dung như sau:
{b 1.0}MỤC ĐÍCH, YÊU CẦU
{b 1.1}Mục đích
{2.0}Giúp người dân biết và dùng dịch vụ công trực tuyến.
{2.0}Tạo đồng thuận trong ngành.
{b 1.1}Yêu cầu
Nội dung ngắn gọn, dễ hiểu.
{b 1.0}NỘI DUNG
{b 1.1}Truyền thông trên môi trường số
{1.2}«Trên Cổng thông tin điện tử:» Mở chuyên mục riêng, mỗi tuần đăng ít nhất 02 tin, bài.
{1.2}Trên mạng xã hội
{2.0}Sản xuất video ngắn;
{2.1}Mỗi quý 03 video;
{2.1}Có phụ đề tiếng Việt.
{2.0}Thiết kế infographic.
{b 1.1}Truyền thông trực tiếp
Tổ chức 02 hội nghị tập huấn cho cán bộ văn hóa cấp xã.
«Đơn vị chủ trì:» Phòng Quản lý Văn hóa.
«Đơn vị phối hợp:» Trung tâm Văn hóa - Nghệ thuật tỉnh, Bảo tàng tỉnh và UBND các xã, phường.
«Thời gian thực hiện:» từ tháng 4 đến tháng 6 năm 2026.
{b 1.0}TỔ CHỨC THỰC HIỆN
{b 1.1}Văn phòng Sở
{2.0}Chủ trì, phối hợp với các phòng, đơn vị theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp báo cáo Giám đốc Sở trước ngày 10/12/2026.
{2.0}Tham mưu bố trí kinh phí.
{b 1.1}Các phòng, đơn vị thuộc Sở
Căn cứ chức năng, nhiệm vụ được giao chủ động thực hiện.
Trong quá trình triển khai, nếu có vướng mắc đề nghị phản ánh về Văn phòng Sở để được hướng dẫn./.
| {i}«Nơi nhận:»¶- Bộ VHTTDL (để b/c);¶- UBND tỉnh (để b/c);¶- Lãnh đạo Sở;¶- Các phòng, đơn vị thuộc Sở;¶- Lưu: VT, QLVH. | {cb}KT. GIÁM ĐỐC¶{cb}PHÓ GIÁM ĐỐC¶¶¶¶{cb}Trần Thị Thí Dụ |
`,
      usualNumbering,
    ),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
      số: – / KH-SVHTTDL
      ngày: Thí Dụ, –
      tên: KẾ HOẠCH: Truyền thông về chuyển đổi số trong lĩnh vực văn hóa, thể thao và du lịch năm 2026
      ký: KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC | Trần Thị Thí Dụ
      nhận: Bộ VHTTDL (để b/c) | UBND tỉnh (để b/c) | Lãnh đạo Sở | Các phòng, đơn vị thuộc Sở | Lưu: VT, QLVH
      dẫn: basis | Nghị định | 61/2018/NĐ-CP | 2018-04-23 | Chính phủ
      dẫn: basis | Nghị định | 107/2021/NĐ-CP | 2021-12-06 | Chính phủ
      mục:
      I [MỤC ĐÍCH, YÊU CẦU]
      I.1 [Mục đích]
      I.1.b1 Giúp người dân biết và dùng dịch vụ công trực tuyến.
      I.1.b2 Tạo đồng thuận trong ngành.
      I.2 [Yêu cầu]
      I.2.p1 Nội dung ngắn gọn, dễ hiểu.
      II [NỘI DUNG]
      II.1 [Truyền thông trên môi trường số]
      II.1.1 [Trên Cổng thông tin điện tử] Mở chuyên mục riêng, mỗi tuần đăng ít nhất 02 tin, bài.
      II.1.2 [Trên mạng xã hội]
      II.1.2.b1 Sản xuất video ngắn;
      II.1.2.b1.b1 Mỗi quý 03 video;
      II.1.2.b1.b2 Có phụ đề tiếng Việt.
      II.1.2.b2 Thiết kế infographic.
      II.2 [Truyền thông trực tiếp]
      II.2.p1 Tổ chức 02 hội nghị tập huấn cho cán bộ văn hóa cấp xã.
      III [TỔ CHỨC THỰC HIỆN]
      III.1 [Văn phòng Sở]
      III.1.b1 Chủ trì, phối hợp với các phòng, đơn vị theo dõi, đôn đốc việc thực hiện Kế hoạch; …
      III.1.b2 Tham mưu bố trí kinh phí.
      III.2 [Các phòng, đơn vị thuộc Sở]
      III.2.p1 Căn cứ chức năng, nhiệm vụ được giao chủ động thực hiện.
      p1 Trong quá trình triển khai, nếu có vướng mắc đề nghị phản ánh về Văn phòng Sở để được hướng dẫn./.
      việc:
      II.1.1 | Trên Cổng thông tin điện tử |  |  | recurring week “mỗi tuần”
      II.1.2.b1.b1 | Mỗi quý 03 video |  |  | recurring quarter “Mỗi quý”
      II.2 | Truyền thông trực tiếp | Phòng Quản lý Văn hóa | Trung tâm Văn hóa - Nghệ thuật tỉnh; Bảo tàng tỉnh; UBND các xã, phường | period 2026-04-01..2026-06-30 “từ tháng 4 đến tháng 6 năm 2026”
      III.1.b1 | Chủ trì, phối hợp với các phòng, đơn vị theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp báo cáo Giám đốc Sở trước ngày 10/12/2026 | Văn phòng Sở | các phòng, đơn vị | date 2026-12-10 “trước ngày 10/12/2026”
    `,
    warnings: [
      "number-blank@header.number",
      "date-blank@header.date",
      "citation-without-number@opening",
      "lead-from-heading@III.1.b1",
    ],
  },
  {
    name: "an outline 1. → 1.1. → 1.1.1. without Roman numbers, headings that end with a colon",
    ...inWord(`
{c}UBND TỈNH THÍ DỤ
{cb}SỞ TƯ PHÁP
{c}Số: 07/KH-STP
{c}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{c}Độc lập - Tự do - Hạnh phúc
{c}Thí Dụ, ngày 3 tháng 2 năm 2026
{cb}KẾ HOẠCH
{cb}Công tác phổ biến, giáo dục pháp luật năm 2026
{c}_______________
Thực hiện Kế hoạch số 15/KH-UBND ngày 12/01/2026 của UBND tỉnh về công tác phổ biến, giáo dục pháp luật năm 2026, Sở Tư pháp ban hành Kế hoạch như sau:
{b}1. Mục đích, yêu cầu
1.1. Mục đích:
Bảo đảm người dân tiếp cận pháp luật.
1.2. Yêu cầu:
Bám sát Kế hoạch số 15/KH-UBND và tình hình thực tế.
{b}2. Nội dung, giải pháp
2.1. Xây dựng tài liệu
2.1.1. Biên soạn 05 bộ câu hỏi, đáp pháp luật.
Thời gian: Hoàn thành trong tháng 5 năm 2026.
Chủ trì: Phòng Phổ biến, giáo dục pháp luật.
2.1.2. Phát hành 12 số bản tin tư pháp.
Thời gian: Mỗi tháng một số.
Chủ trì: Văn phòng Sở.
2.2. Tổ chức Ngày Pháp luật Việt Nam
Cao điểm từ ngày 01/11 đến ngày 10/11/2026.
100 điểm cầu trực tuyến cùng tham gia.
2026 là năm thứ mười bốn tổ chức Ngày Pháp luật.
{b}3. Kinh phí
Từ nguồn ngân sách nhà nước.
{b}4. Tổ chức thực hiện
4.1. Phòng Phổ biến, giáo dục pháp luật chủ trì, phối hợp với Văn phòng Sở triển khai Kế hoạch này, định kỳ hằng quý báo cáo Giám đốc Sở.
4.2. Các phòng chuyên môn, đơn vị trực thuộc phối hợp thực hiện.
Yêu cầu các phòng, đơn vị nghiêm túc thực hiện./.
| Nơi nhận:¶- Như trên;¶- Sở Tài chính;¶- Lưu: VT, PBGDPL. | {cb}GIÁM ĐỐC¶¶{i}(Đã ký)¶¶{cb}Lê Văn Thí Dụ |
`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ TƯ PHÁP
      số: 07 / KH-STP
      ngày: Thí Dụ, 2026-02-03
      tên: KẾ HOẠCH: Công tác phổ biến, giáo dục pháp luật năm 2026
      ký:  | GIÁM ĐỐC | Lê Văn Thí Dụ
      nhận: Như trên | Sở Tài chính | Lưu: VT, PBGDPL
      dẫn: basis | Kế hoạch | 15/KH-UBND | 2026-01-12 | UBND tỉnh
      mục:
      1 [Mục đích, yêu cầu]
      1.1 [Mục đích]
      1.1.p1 Bảo đảm người dân tiếp cận pháp luật.
      1.2 [Yêu cầu]
      1.2.p1 Bám sát Kế hoạch số 15/KH-UBND và tình hình thực tế.
      2 [Nội dung, giải pháp]
      2.1 [Xây dựng tài liệu]
      2.1.1 Biên soạn 05 bộ câu hỏi, đáp pháp luật.
      2.1.2 Phát hành 12 số bản tin tư pháp.
      2.2 [Tổ chức Ngày Pháp luật Việt Nam]
      2.2.p1 Cao điểm từ ngày 01/11 đến ngày 10/11/2026.
      2.2.p2 100 điểm cầu trực tuyến cùng tham gia.
      2.2.p3 2026 là năm thứ mười bốn tổ chức Ngày Pháp luật.
      3 [Kinh phí]
      3.p1 Từ nguồn ngân sách nhà nước.
      4 [Tổ chức thực hiện]
      4.1 Phòng Phổ biến, giáo dục pháp luật chủ trì, phối hợp với Văn phòng Sở triển khai Kế hoạch này, …
      4.2 Các phòng chuyên môn, đơn vị trực thuộc phối hợp thực hiện.
      p1 Yêu cầu các phòng, đơn vị nghiêm túc thực hiện./.
      việc:
      2.1.1 | Biên soạn 05 bộ câu hỏi, đáp pháp luật | Phòng Phổ biến, giáo dục pháp luật |  | period 2026-05-01..2026-05-31 “Hoàn thành trong tháng 5 năm 2026”
      2.1.2 | Phát hành 12 số bản tin tư pháp | Văn phòng Sở |  | recurring month “Mỗi tháng một số”
      2.2.p1 | Cao điểm từ ngày 01/11 đến ngày 10/11/2026 |  |  | period 2026-11-01..2026-11-10 “từ ngày 01/11 đến ngày 10/11/2026”
      4.1 | Phòng Phổ biến, giáo dục pháp luật chủ trì, phối hợp với Văn phòng Sở triển khai Kế hoạch này, định kỳ hằng quý báo cáo Giám đốc Sở | Phòng Phổ biến, giáo dục pháp luật | Văn phòng Sở | recurring quarter “định kỳ hằng quý”
    `,
  },
  {
    name: "a title typed with the type on one line, header in two columns of spaces, TL. over three lines",
    fileName: "ke-hoach.txt",
    file: async () =>
      bytesOf(`   UBND TỈNH THÍ DỤ                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     SỞ TÀI CHÍNH                       Độc lập - Tự do - Hạnh phúc
                                        
   Số: 311/KH-STC                   Thí Dụ, ngày 28 tháng 02 năm 2026

KẾ HOẠCH TRIỂN KHAI CÔNG TÁC TRUYỀN THÔNG CHÍNH SÁCH TÀI CHÍNH NĂM 2026

Thực hiện Chỉ thị số 07/CT-TTg ngày 21/3/2023 của Thủ tướng Chính phủ về việc tăng cường công tác truyền thông chính sách; Công văn số 455/UBND-KSTT ngày 15/01/2026 của UBND tỉnh; Sở Tài chính xây dựng kế hoạch như sau:

A. MỤC ĐÍCH

Công khai, minh bạch chính sách tài chính.

B. NỘI DUNG

I. Truyền thông nội bộ

1. Quán triệt đến toàn thể công chức, viên chức, người lao động.

2. Cập nhật văn bản mới lên trang nội bộ: Văn phòng Sở thực hiện thường xuyên.

II. Truyền thông ra bên ngoài

1) Họp báo định kỳ: 02 lần/năm (tháng 6 và tháng 12).

2) Trả lời báo chí.

* Với báo in:
- Trả lời trong 05 ngày làm việc;
- Gửi bản chính.
* Với báo điện tử: trả lời trong 02 ngày làm việc.

C. TỔ CHỨC THỰC HIỆN

- Văn phòng Sở là đầu mối triển khai, báo cáo UBND tỉnh trước ngày 20/6 và ngày 20/12/2026.

- Các phòng cung cấp thông tin cho Văn phòng Sở trước ngày 15 hằng tháng.

Nơi nhận:                                   TL. GIÁM ĐỐC
- UBND tỉnh;                              KT. CHÁNH VĂN PHÒNG
- Các phòng thuộc Sở;                     PHÓ CHÁNH VĂN PHÒNG
- Lưu: VT, VP.

                                          Phạm Thị Mẫu
`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ TÀI CHÍNH
      số: 311 / KH-STC
      ngày: Thí Dụ, 2026-02-28
      tên: KẾ HOẠCH: TRIỂN KHAI CÔNG TÁC TRUYỀN THÔNG CHÍNH SÁCH TÀI CHÍNH NĂM 2026
      ký: TL. GIÁM ĐỐC + KT. CHÁNH VĂN PHÒNG | PHÓ CHÁNH VĂN PHÒNG | Phạm Thị Mẫu
      nhận: UBND tỉnh | Các phòng thuộc Sở | Lưu: VT, VP
      dẫn: basis | Chỉ thị | 07/CT-TTg | 2023-03-21 | Thủ tướng Chính phủ
      dẫn: basis | Công văn | 455/UBND-KSTT | 2026-01-15 | UBND tỉnh
      mục:
      A [MỤC ĐÍCH]
      A.p1 Công khai, minh bạch chính sách tài chính.
      B [NỘI DUNG]
      B.I [Truyền thông nội bộ]
      B.I.1 Quán triệt đến toàn thể công chức, viên chức, người lao động.
      B.I.2 [Cập nhật văn bản mới lên trang nội bộ] Văn phòng Sở thực hiện thường xuyên.
      B.II [Truyền thông ra bên ngoài]
      B.II.1 [Họp báo định kỳ] 02 lần/năm (tháng 6 và tháng 12).
      B.II.2 [Trả lời báo chí]
      B.II.2.b1 Với báo in:
      B.II.2.b1.b1 Trả lời trong 05 ngày làm việc;
      B.II.2.b1.b2 Gửi bản chính.
      B.II.2.b2 Với báo điện tử: trả lời trong 02 ngày làm việc.
      C [TỔ CHỨC THỰC HIỆN]
      C.b1 Văn phòng Sở là đầu mối triển khai, báo cáo UBND tỉnh trước ngày 20/6 và ngày 20/12/2026.
      C.b2 Các phòng cung cấp thông tin cho Văn phòng Sở trước ngày 15 hằng tháng.
      việc:
      B.I.2 | Cập nhật văn bản mới lên trang nội bộ | Văn phòng Sở |  | continuous “thường xuyên”
      B.II.1 | Họp báo định kỳ |  |  | recurring half-year “02 lần/năm”
      C.b1 | Văn phòng Sở là đầu mối triển khai, báo cáo UBND tỉnh trước ngày 20/6 và ngày 20/12/2026 | Văn phòng Sở |  | date 2026-12-20 “trước ngày 20/6 và ngày 20/12/2026”
      C.b2 | Các phòng cung cấp thông tin cho Văn phòng Sở trước ngày 15 hằng tháng | Các phòng |  | recurring month “trước ngày 15 hằng tháng”
    `,
    warnings: ["due-several@C.b1"],
  },
  {
    name: "Phần thứ nhất, Chương, Mục and Điều with khoản and điểm up to đ and g",
    ...inWord(`
| {c}BỘ THÍ DỤ¶{cb}CỤC MẪU | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: 88/KH-CM | {r}Hà Nội, ngày 15 tháng 3 năm 2026 |
{cb}KẾ HOẠCH
{cb}Đổi mới công tác văn thư giai đoạn 2026 - 2030
{cb}PHẦN THỨ NHẤT
{cb}QUY ĐỊNH CHUNG
{b}Điều 1. Phạm vi
Kế hoạch này áp dụng trong toàn Cục.
{b}Điều 2. Nguyên tắc
1. Công khai, minh bạch.
2. Tiết kiệm, hiệu quả.
{cb}PHẦN THỨ HAI
{cb}NHIỆM VỤ CỤ THỂ
{cb}Chương I
{cb}VĂN BẢN ĐIỆN TỬ
{b}Điều 3. Số hóa văn bản
1. Nội dung số hóa gồm:
a) Văn bản đến;
b) Văn bản đi;
c) Hồ sơ công việc;
d) Sổ đăng ký;
đ) Phiếu trình;
e) Tài liệu họp;
g) Tài liệu lưu trữ trước năm 2020.
2. Văn phòng Cục chủ trì, phối hợp với Phòng Công nghệ thông tin hoàn thành số hóa trước ngày 31 tháng 12 năm 2027.
{cb}Chương II
{cb}ĐÀO TẠO
{cb}Mục 1
{cb}TẬP HUẤN
{b}Điều 4. Tập huấn hằng năm
Mỗi năm tổ chức ít nhất 02 lớp tập huấn.
{cb}Mục 2. KIỂM TRA
{b}Điều 5. Kiểm tra, đánh giá
1. Việc kiểm tra do Phòng Pháp chế chủ trì, thực hiện trong quý IV hằng năm.
{cb}CỤC TRƯỞNG

{cb}Hoàng Văn Thí Dụ
`),
    expected: `
      cơ quan: BỘ THÍ DỤ > CỤC MẪU
      số: 88 / KH-CM
      ngày: Hà Nội, 2026-03-15
      tên: KẾ HOẠCH: Đổi mới công tác văn thư giai đoạn 2026 - 2030
      ký:  | CỤC TRƯỞNG | Hoàng Văn Thí Dụ
      nhận:
      mục:
      Phần thứ nhất [QUY ĐỊNH CHUNG]
      Phần thứ nhất.Điều 1 [Phạm vi]
      Phần thứ nhất.Điều 1.p1 Kế hoạch này áp dụng trong toàn Cục.
      Phần thứ nhất.Điều 2 [Nguyên tắc]
      Phần thứ nhất.Điều 2.1 Công khai, minh bạch.
      Phần thứ nhất.Điều 2.2 Tiết kiệm, hiệu quả.
      Phần thứ hai [NHIỆM VỤ CỤ THỂ]
      Phần thứ hai.Chương I [VĂN BẢN ĐIỆN TỬ]
      Phần thứ hai.Chương I.Điều 3 [Số hóa văn bản]
      Phần thứ hai.Chương I.Điều 3.1 Nội dung số hóa gồm:
      Phần thứ hai.Chương I.Điều 3.1.a Văn bản đến;
      Phần thứ hai.Chương I.Điều 3.1.b Văn bản đi;
      Phần thứ hai.Chương I.Điều 3.1.c Hồ sơ công việc;
      Phần thứ hai.Chương I.Điều 3.1.d Sổ đăng ký;
      Phần thứ hai.Chương I.Điều 3.1.đ Phiếu trình;
      Phần thứ hai.Chương I.Điều 3.1.e Tài liệu họp;
      Phần thứ hai.Chương I.Điều 3.1.g Tài liệu lưu trữ trước năm 2020.
      Phần thứ hai.Chương I.Điều 3.2 Văn phòng Cục chủ trì, phối hợp với Phòng Công nghệ thông tin hoàn thành số hóa …
      Phần thứ hai.Chương II [ĐÀO TẠO]
      Phần thứ hai.Chương II.Mục 1 [TẬP HUẤN]
      Phần thứ hai.Chương II.Mục 1.Điều 4 [Tập huấn hằng năm]
      Phần thứ hai.Chương II.Mục 1.Điều 4.p1 Mỗi năm tổ chức ít nhất 02 lớp tập huấn.
      Phần thứ hai.Chương II.Mục 2 [KIỂM TRA]
      Phần thứ hai.Chương II.Mục 2.Điều 5 [Kiểm tra, đánh giá]
      Phần thứ hai.Chương II.Mục 2.Điều 5.1 Việc kiểm tra do Phòng Pháp chế chủ trì, thực hiện trong quý IV hằng năm.
      việc:
      Phần thứ hai.Chương I.Điều 3.2 | Văn phòng Cục chủ trì, phối hợp với Phòng Công nghệ thông tin hoàn thành số hóa trước ngày 31 tháng 12 năm 2027 | Văn phòng Cục | Phòng Công nghệ thông tin | date 2027-12-31 “trước ngày 31 tháng 12 năm 2027”
      Phần thứ hai.Chương II.Mục 1.Điều 4.p1 | Mỗi năm tổ chức ít nhất 02 lớp tập huấn |  |  | recurring year “Mỗi năm”
      Phần thứ hai.Chương II.Mục 2.Điều 5.1 | Việc kiểm tra do Phòng Pháp chế chủ trì, thực hiện trong quý IV hằng năm | Phòng Pháp chế |  | recurring year “trong quý IV hằng năm”
    `,
    warnings: ["recipients-missing@header.recipients"],
  },
  {
    name: "Markdown with heading marks, bold labels, star bullets and a bar table in the appendix",
    fileName: "ke-hoach.md",
    file: async () =>
      bytesOf(`**UBND TỈNH THÍ DỤ**

**SỞ KHOA HỌC VÀ CÔNG NGHỆ**

Số: 45/KH-SKHCN

*Thí Dụ, ngày 20 tháng 01 năm 2026*

# KẾ HOẠCH

## Phổ cập kỹ năng số năm 2026

_Căn cứ Quyết định số 146/QĐ-TTg ngày 28/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án nâng cao nhận thức, phổ cập kỹ năng;_

Sở Khoa học và Công nghệ ban hành Kế hoạch:

## I. MỤC TIÊU

* 80% người dân trong độ tuổi lao động có kỹ năng số cơ bản.
* Mỗi thôn có một tổ công nghệ số cộng đồng.

## II. NHIỆM VỤ

### 1. Xây dựng tài liệu

**Đơn vị chủ trì:** Phòng Chuyển đổi số

**Thời gian:** Quý I, II năm 2026

**Sản phẩm:** 01 bộ tài liệu

### 2. Mở lớp

1. Lớp cho người cao tuổi.
2. Lớp cho học sinh.

## III. TỔ CHỨC THỰC HIỆN

Phòng Chuyển đổi số chủ trì thực hiện Kế hoạch này.

**Nơi nhận:**

- Sở KH&CN các tỉnh;
- Lưu: VT, CĐS.

**GIÁM ĐỐC**

**Vũ Thị Mẫu**

## PHỤ LỤC

**DANH MỤC NHIỆM VỤ**

*(Kèm theo Kế hoạch số 45/KH-SKHCN ngày 20/01/2026)*

| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm |
|:--:|---|---|---|---|---|
| 1 | Biên soạn sổ tay | Phòng Chuyển đổi số | Văn phòng Sở | Tháng 3/2026 | Sổ tay |
| 2 | Tập huấn *trực tuyến* | Trung tâm Công nghệ thông tin<br>Phòng Chuyển đổi số | | Hằng tháng | Lớp học |
`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ KHOA HỌC VÀ CÔNG NGHỆ
      số: 45 / KH-SKHCN
      ngày: Thí Dụ, 2026-01-20
      tên: KẾ HOẠCH: Phổ cập kỹ năng số năm 2026
      ký:  | GIÁM ĐỐC | Vũ Thị Mẫu
      nhận: Sở KH&CN các tỉnh | Lưu: VT, CĐS
      dẫn: basis | Quyết định | 146/QĐ-TTg | 2022-01-28 | Thủ tướng Chính phủ
      mục:
      I [MỤC TIÊU]
      I.b1 80% người dân trong độ tuổi lao động có kỹ năng số cơ bản.
      I.b2 Mỗi thôn có một tổ công nghệ số cộng đồng.
      II [NHIỆM VỤ]
      II.1 [Xây dựng tài liệu]
      II.2 [Mở lớp]
      II.2.1 Lớp cho người cao tuổi.
      II.2.2 Lớp cho học sinh.
      III [TỔ CHỨC THỰC HIỆN]
      III.p1 Phòng Chuyển đổi số chủ trì thực hiện Kế hoạch này.
      việc:
      II.1 | Xây dựng tài liệu | Phòng Chuyển đổi số |  | period 2026-01-01..2026-06-30 “Quý I, II năm 2026” | 01 bộ tài liệu
      III.p1 | Phòng Chuyển đổi số chủ trì thực hiện Kế hoạch này | Phòng Chuyển đổi số |  | none
      PHỤ LỤC DANH MỤC NHIỆM VỤ › – › 1 | Biên soạn sổ tay | Phòng Chuyển đổi số | Văn phòng Sở | period 2026-03-01..2026-03-31 “Tháng 3/2026” | Sổ tay
      PHỤ LỤC DANH MỤC NHIỆM VỤ › – › 2 | Tập huấn trực tuyến | Trung tâm Công nghệ thông tin; Phòng Chuyển đổi số |  | recurring month “Hằng tháng” | Lớp học
    `,
  },
];
