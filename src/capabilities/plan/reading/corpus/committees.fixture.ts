import { usualNumbering } from "#platform/official-document/read/notation.fixture.ts";
import { bytesOf } from "../sample-plans.fixture.ts";
import { type CorpusPlan, inWord } from "./outline.fixture.ts";

/** Plans of People's Committees of provinces, communes and wards, and of what stands under them; all invented. */
export const committeePlans: CorpusPlan[] = [
  {
    name: "a provincial committee assigns work in sentences by unit",
    ...inWord(
      `
| {cb}ỦY BAN NHÂN DÂN¶{cb}TỈNH THÍ DỤ¶{c}_______ | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc¶{c}_______________ |
| {c}Số: 36/KH-UBND | {i}Thí Dụ, ngày 03 tháng 02 năm 2026 |
{cb}KẾ HOẠCH
{cb}Tuyên truyền cải cách hành chính tỉnh Thí Dụ năm 2026
Thực hiện Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ về Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030; Quyết định số 2099/QĐ-UBND ngày 28/12/2025 của Ủy ban nhân dân tỉnh về Kế hoạch cải cách hành chính năm 2026, Ủy ban nhân dân tỉnh ban hành Kế hoạch tuyên truyền với các nội dung sau:
{b}I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của cán bộ, công chức, viên chức.
2. Việc tuyên truyền phải thường xuyên, liên tục, có trọng tâm, trọng điểm.
{b}II. NỘI DUNG TUYÊN TRUYỀN
1. Các văn bản chỉ đạo của Trung ương, của tỉnh về cải cách hành chính: Nghị quyết số 76/NQ-CP; Quyết định số 2099/QĐ-UBND.
2. Kết quả Chỉ số SIPAS, PAR INDEX, PCI, PAPI năm 2025.
{b}III. HÌNH THỨC
{b}1. Trên báo chí
{b}2. Trên hệ thống thông tin cơ sở
Mỗi tuần phát ít nhất 02 lượt.
{b}IV. TỔ CHỨC THỰC HIỆN
{b}1. Sở Nội vụ
a) Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch và các cơ quan, đơn vị, địa phương theo dõi, đôn đốc việc thực hiện Kế hoạch.
b) Tổng hợp, báo cáo UBND tỉnh kết quả thực hiện trước ngày 20/12/2026.
{b}2. Sở Văn hóa, Thể thao và Du lịch
a) Hướng dẫn các cơ quan báo chí, hệ thống thông tin cơ sở.
b) Chủ trì tổ chức cuộc thi tìm hiểu cải cách hành chính, hoàn thành trong quý III năm 2026.
{b}3. Các sở, ban, ngành; UBND các xã, phường
a) Xây dựng kế hoạch của cơ quan, đơn vị, ban hành chậm nhất ngày 28/02.
b) Báo cáo định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) về Sở Nội vụ.
{b}4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội
Phối hợp tuyên truyền đến đoàn viên, hội viên.
5. Giao Báo và Phát thanh, Truyền hình tỉnh mở chuyên mục “Cải cách hành chính”, phát sóng hằng tuần.
Yêu cầu Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã, phường triển khai thực hiện nghiêm túc. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời báo cáo UBND tỉnh (qua Sở Nội vụ) để xem xét, chỉ đạo./.
| {i}Nơi nhận:¶- Bộ Nội vụ;¶- TT Tỉnh ủy; TT HĐND tỉnh;¶- Chủ tịch, các PCT UBND tỉnh;¶- Các sở, ban, ngành, đoàn thể¶cấp tỉnh;¶- UBND các xã, phường;¶- VP UBND tỉnh: LĐVP, các CV;¶- Lưu: VT, NC. | {cb}TM. ỦY BAN NHÂN DÂN¶{cb}KT. CHỦ TỊCH¶{cb}PHÓ CHỦ TỊCH¶¶¶{cb}Đỗ Văn Thí Dụ |
`,
      usualNumbering,
    ),
    expected: `
      cơ quan: – > ỦY BAN NHÂN DÂN TỈNH THÍ DỤ
      số: 36 / KH-UBND
      ngày: Thí Dụ, 2026-02-03
      tên: KẾ HOẠCH: Tuyên truyền cải cách hành chính tỉnh Thí Dụ năm 2026
      ký: TM. ỦY BAN NHÂN DÂN + KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Đỗ Văn Thí Dụ
      nhận: Bộ Nội vụ | TT Tỉnh ủy | TT HĐND tỉnh | Chủ tịch, các PCT UBND tỉnh | Các sở, ban, ngành, đoàn thể cấp tỉnh | UBND các xã, phường | VP UBND tỉnh: LĐVP, các CV | Lưu: VT, NC
      dẫn: basis | Nghị quyết | 76/NQ-CP | 2021-07-15 | Chính phủ
      dẫn: basis | Quyết định | 2099/QĐ-UBND | 2025-12-28 | Ủy ban nhân dân tỉnh
      mục:
      I [MỤC ĐÍCH, YÊU CẦU]
      I.1 Nâng cao nhận thức của cán bộ, công chức, viên chức.
      I.2 Việc tuyên truyền phải thường xuyên, liên tục, có trọng tâm, trọng điểm.
      II [NỘI DUNG TUYÊN TRUYỀN]
      II.1 Các văn bản chỉ đạo của Trung ương, của tỉnh về cải cách hành chính: Nghị quyết số 76/NQ-CP; …
      II.2 Kết quả Chỉ số SIPAS, PAR INDEX, PCI, PAPI năm 2025.
      III [HÌNH THỨC]
      III.1 [Trên báo chí]
      III.2 [Trên hệ thống thông tin cơ sở]
      III.2.p1 Mỗi tuần phát ít nhất 02 lượt.
      IV [TỔ CHỨC THỰC HIỆN]
      IV.1 [Sở Nội vụ]
      IV.1.a Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch và các cơ quan, …
      IV.1.b Tổng hợp, báo cáo UBND tỉnh kết quả thực hiện trước ngày 20/12/2026.
      IV.2 [Sở Văn hóa, Thể thao và Du lịch]
      IV.2.a Hướng dẫn các cơ quan báo chí, hệ thống thông tin cơ sở.
      IV.2.b Chủ trì tổ chức cuộc thi tìm hiểu cải cách hành chính, hoàn thành trong quý III năm 2026.
      IV.3 [Các sở, ban, ngành; UBND các xã, phường]
      IV.3.a Xây dựng kế hoạch của cơ quan, đơn vị, ban hành chậm nhất ngày 28/02.
      IV.3.b Báo cáo định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) về Sở Nội vụ.
      IV.4 [Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội]
      IV.4.p1 Phối hợp tuyên truyền đến đoàn viên, hội viên.
      IV.5 Giao Báo và Phát thanh, Truyền hình tỉnh mở chuyên mục “Cải cách hành chính”, phát sóng hằng tuần.
      p1 Yêu cầu Thủ trưởng các sở, ban, ngành, …
      việc:
      III.2.p1 | Mỗi tuần phát ít nhất 02 lượt |  |  | recurring week “Mỗi tuần”
      IV.1.a | Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch và các cơ quan, đơn vị, địa phương theo dõi, đôn đốc việc thực hiện Kế hoạch | Sở Nội vụ | Sở Văn hóa, Thể thao và Du lịch; các cơ quan, đơn vị, địa phương | none
      IV.1.b | Tổng hợp, báo cáo UBND tỉnh kết quả thực hiện trước ngày 20/12/2026 | Sở Nội vụ |  | date 2026-12-20 “trước ngày 20/12/2026”
      IV.2.b | Chủ trì tổ chức cuộc thi tìm hiểu cải cách hành chính, hoàn thành trong quý III năm 2026 | Sở Văn hóa, Thể thao và Du lịch |  | period 2026-07-01..2026-09-30 “hoàn thành trong quý III năm 2026”
      IV.3.a | Xây dựng kế hoạch của cơ quan, đơn vị, ban hành chậm nhất ngày 28/02 | Các sở, ban, ngành; UBND các xã, phường |  | date 2026-02-28 “chậm nhất ngày 28/02”
      IV.3.b | Báo cáo định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) về Sở Nội vụ | Các sở, ban, ngành; UBND các xã, phường |  | recurring half-year “định kỳ 6 tháng”
      IV.5 | Giao Báo và Phát thanh, Truyền hình tỉnh mở chuyên mục “Cải cách hành chính”, phát sóng hằng tuần | Báo và Phát thanh, Truyền hình tỉnh |  | recurring week “hằng tuần”
    `,
    warnings: ["year-inferred@IV.3.a"],
  },
  {
    name: "a commune's committee over two lines, number left blank, bullets of dashes and plus signs",
    ...inWord(`
| {cb}ỦY BAN NHÂN DÂN¶{cb}XÃ THÍ DỤ | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số:     /KH-UBND | {i}Thí Dụ, ngày     tháng 02 năm 2026 |
{cb}KẾ HOẠCH
{cb}Kiểm soát thủ tục hành chính năm 2026⏎trên địa bàn xã Thí Dụ

Thực hiện Kế hoạch số 22/KH-UBND ngày 19/01/2026 của UBND tỉnh về kiểm soát thủ tục hành chính năm 2026, UBND xã ban hành Kế hoạch như sau:
{b}I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao hiệu quả kiểm soát thủ tục hành chính.
- Công khai, minh bạch.
{b}II. NỘI DUNG VÀ THỜI GIAN THỰC HIỆN
{b}1. Công tác chỉ đạo, điều hành
- Xây dựng kế hoạch kiểm soát thủ tục hành chính.
+ Đơn vị thực hiện: Văn phòng HĐND và UBND xã.
+ Thời gian thực hiện: Tháng 01/2026.
- Kiện toàn cán bộ đầu mối.
+ Đơn vị thực hiện: Phòng Văn hóa - Xã hội.
+ Thời gian thực hiện: Khi có thay đổi nhân sự.
{b}2. Công khai thủ tục hành chính
- Niêm yết tại Trung tâm Phục vụ hành chính công xã:
+ Danh mục thủ tục;
+ Địa chỉ tiếp nhận phản ánh, kiến nghị.
Thời gian thực hiện: Ngay sau khi có Quyết định công bố của Chủ tịch UBND tỉnh.
Đơn vị thực hiện: Trung tâm Phục vụ hành chính công xã.
{b}III. KINH PHÍ
Ngân sách xã năm 2026.
{b}IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã: Theo dõi, đôn đốc; báo cáo UBND tỉnh trước ngày 15 của tháng cuối quý.
2. Công chức Tư pháp - Hộ tịch: Phối hợp thực hiện.
Trên đây là Kế hoạch kiểm soát thủ tục hành chính năm 2026 của UBND xã./.
| Nơi nhận:¶- Văn phòng UBND tỉnh;¶- TT Đảng ủy, HĐND xã;¶- CT, các PCT UBND xã;¶- Như điều III;¶- Lưu: VT, KSTT. | {cb}TM. ỦY BAN NHÂN DÂN¶{cb}CHỦ TỊCH¶¶¶{cb}Ngô Văn Mẫu |
`),
    expected: `
      cơ quan: – > ỦY BAN NHÂN DÂN XÃ THÍ DỤ
      số: – / KH-UBND
      ngày: Thí Dụ, –
      tên: KẾ HOẠCH: Kiểm soát thủ tục hành chính năm 2026 trên địa bàn xã Thí Dụ
      ký: TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Ngô Văn Mẫu
      nhận: Văn phòng UBND tỉnh | TT Đảng ủy, HĐND xã | CT, các PCT UBND xã | Như điều III | Lưu: VT, KSTT
      dẫn: basis | Kế hoạch | 22/KH-UBND | 2026-01-19 | UBND tỉnh
      mục:
      I [MỤC ĐÍCH, YÊU CẦU]
      I.b1 Nâng cao hiệu quả kiểm soát thủ tục hành chính.
      I.b2 Công khai, minh bạch.
      II [NỘI DUNG VÀ THỜI GIAN THỰC HIỆN]
      II.1 [Công tác chỉ đạo, điều hành]
      II.1.b1 Xây dựng kế hoạch kiểm soát thủ tục hành chính.
      II.1.b2 Kiện toàn cán bộ đầu mối.
      II.2 [Công khai thủ tục hành chính]
      II.2.b1 Niêm yết tại Trung tâm Phục vụ hành chính công xã:
      II.2.b1.b1 Danh mục thủ tục;
      II.2.b1.b2 Địa chỉ tiếp nhận phản ánh, kiến nghị.
      III [KINH PHÍ]
      III.p1 Ngân sách xã năm 2026.
      IV [TỔ CHỨC THỰC HIỆN]
      IV.1 [Văn phòng HĐND và UBND xã] Theo dõi, đôn đốc; báo cáo UBND tỉnh trước ngày 15 của tháng cuối quý.
      IV.2 [Công chức Tư pháp - Hộ tịch] Phối hợp thực hiện.
      p1 Trên đây là Kế hoạch kiểm soát thủ tục hành chính năm 2026 của UBND xã./.
      việc:
      II.1.b1 | Xây dựng kế hoạch kiểm soát thủ tục hành chính | Văn phòng HĐND và UBND xã |  | period 2026-01-01..2026-01-31 “Tháng 01/2026”
      II.1.b2 | Kiện toàn cán bộ đầu mối | Phòng Văn hóa - Xã hội |  | none “Khi có thay đổi nhân sự”
      II.2 | Công khai thủ tục hành chính | Trung tâm Phục vụ hành chính công xã |  | none “Ngay sau khi có Quyết định công bố của Chủ tịch UBND tỉnh”
      IV.1 | Theo dõi, đôn đốc; báo cáo UBND tỉnh trước ngày 15 của tháng cuối quý | Văn phòng HĐND và UBND xã |  | recurring quarter “trước ngày 15 của tháng cuối quý”
    `,
    warnings: ["due-unclear@II.1.b2", "due-unclear@II.2", "date-blank@header.date"],
  },
  {
    name: "a ward's division with its committee as parent, signed TUQ.",
    fileName: "ke-hoach-phuong.txt",
    file: async () =>
      bytesOf(`ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG THÍ DỤ\tĐộc lập - Tự do - Hạnh phúc
PHÒNG VĂN HÓA - XÃ HỘI\t
Số: 04/KH-PVHXH\tThí Dụ, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Tuyên truyền chuyển đổi số trên hệ thống truyền thanh

Căn cứ Kế hoạch số 18/KH-UBND ngày 02/3/2026 của UBND phường Thí Dụ.

Phòng Văn hóa - Xã hội xây dựng kế hoạch cụ thể:

1/ Mục đích: Giúp nhân dân biết cách nộp hồ sơ trực tuyến.

2/ Nội dung
a. Viết tin, bài.
b. Thu âm.
c. Phát thanh 2 buổi/ngày (5h30 và 17h00).

3/ Thời gian: Từ 15/3/2026 đến 31/12/2026.

4/ Phân công
- Ông Trưởng phòng: Chỉ đạo chung.
- Bộ phận truyền thanh: Phát thanh hằng ngày.

Nơi nhận:
- UBND phường (báo cáo),
- Các tổ dân phố,
- Lưu VT.

TUQ. CHỦ TỊCH
TRƯỞNG PHÒNG VĂN HÓA
- XÃ HỘI

Bùi Thị Thí Dụ
`),
    expected: `
      cơ quan: ỦY BAN NHÂN DÂN PHƯỜNG THÍ DỤ > PHÒNG VĂN HÓA - XÃ HỘI
      số: 04 / KH-PVHXH
      ngày: Thí Dụ, 2026-03-12
      tên: KẾ HOẠCH: Tuyên truyền chuyển đổi số trên hệ thống truyền thanh
      ký: TUQ. CHỦ TỊCH | TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI | Bùi Thị Thí Dụ
      nhận: UBND phường (báo cáo) | Các tổ dân phố | Lưu VT
      dẫn: basis | Kế hoạch | 18/KH-UBND | 2026-03-02 | UBND phường Thí Dụ
      mục:
      1 [Mục đích] Giúp nhân dân biết cách nộp hồ sơ trực tuyến.
      2 [Nội dung]
      2.a Viết tin, bài.
      2.b Thu âm.
      2.c Phát thanh 2 buổi/ngày (5h30 và 17h00).
      3 [Thời gian] Từ 15/3/2026 đến 31/12/2026.
      4 [Phân công]
      4.b1 Ông Trưởng phòng: Chỉ đạo chung.
      4.b2 Bộ phận truyền thanh: Phát thanh hằng ngày.
      việc:
      4.b2 | Bộ phận truyền thanh: Phát thanh hằng ngày | Bộ phận truyền thanh |  | recurring day “hằng ngày”
    `,
  },
  {
    name: "a commune committee's mixed-case header and a plan in bullets under Roman headings with labels on their own lines",
    fileName: "ke-hoach.txt",
    file: async () =>
      bytesOf(`ỦY BAN NHÂN DÂN PHƯỜNG MẪU SƠN

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập – Tự do – Hạnh phúc

Số: 51 /KH-UBND

Mẫu Sơn, ngày 5 tháng 5 năm 2026

KẾ HOẠCH

V/v tổ chức đối thoại với người dân, doanh nghiệp về thủ tục hành chính

I. Mục đích, yêu cầu:

Lắng nghe ý kiến người dân. Năm 2026 phấn đấu giải quyết 100% kiến nghị.

Năm 2026 là năm đầu tiên thực hiện.

II. Thời gian, địa điểm, thành phần

1. Thời gian: 01 buổi, ngày 20 tháng 5 năm 2026.

2. Địa điểm: Hội trường UBND phường.

3. Thành phần:

– Lãnh đạo UBND phường;

– Đại diện các tổ dân phố;

– Khoảng 50 người dân.

III. Phân công nhiệm vụ

1. Văn phòng HĐND và UBND phường

• Chuẩn bị hội trường, tài liệu, xong trước ngày 18/5.

• Ghi biên bản.

2. Phòng Kinh tế, Hạ tầng và Đô thị

• Chuẩn bị nội dung trả lời về đất đai, xây dựng.

3. Trung tâm Phục vụ hành chính công

• Chủ trì tổng hợp câu hỏi, gửi các phòng trước 03 ngày.

Nhận được Kế hoạch này, đề nghị các đơn vị triển khai thực hiện./.

Nơi nhận: Như mục III; Đảng ủy phường; Lưu: VT.

CHỦ TỊCH

Dương Văn Thí Dụ
`),
    expected: `
      cơ quan: – > ỦY BAN NHÂN DÂN PHƯỜNG MẪU SƠN
      số: 51 / KH-UBND
      ngày: Mẫu Sơn, 2026-05-05
      tên: KẾ HOẠCH: V/v tổ chức đối thoại với người dân, doanh nghiệp về thủ tục hành chính
      ký:  | CHỦ TỊCH | Dương Văn Thí Dụ
      nhận: Như mục III | Đảng ủy phường | Lưu: VT
      mục:
      I [Mục đích, yêu cầu]
      I.p1 Lắng nghe ý kiến người dân. Năm 2026 phấn đấu giải quyết 100% kiến nghị.
      I.p2 Năm 2026 là năm đầu tiên thực hiện.
      II [Thời gian, địa điểm, thành phần]
      II.1 [Thời gian] 01 buổi, ngày 20 tháng 5 năm 2026.
      II.2 [Địa điểm] Hội trường UBND phường.
      II.3 [Thành phần]
      II.3.b1 Lãnh đạo UBND phường;
      II.3.b2 Đại diện các tổ dân phố;
      II.3.b3 Khoảng 50 người dân.
      III [Phân công nhiệm vụ]
      III.1 [Văn phòng HĐND và UBND phường]
      III.1.b1 Chuẩn bị hội trường, tài liệu, xong trước ngày 18/5.
      III.1.b2 Ghi biên bản.
      III.2 [Phòng Kinh tế, Hạ tầng và Đô thị]
      III.2.b1 Chuẩn bị nội dung trả lời về đất đai, xây dựng.
      III.3 [Trung tâm Phục vụ hành chính công]
      III.3.b1 Chủ trì tổng hợp câu hỏi, gửi các phòng trước 03 ngày.
      p1 Nhận được Kế hoạch này, đề nghị các đơn vị triển khai thực hiện./.
      việc:
      III.1.b1 | Chuẩn bị hội trường, tài liệu, xong trước ngày 18/5 | Văn phòng HĐND và UBND phường |  | date 2026-05-18 “xong trước ngày 18/5”
      III.3.b1 | Chủ trì tổng hợp câu hỏi, gửi các phòng trước 03 ngày | Trung tâm Phục vụ hành chính công |  | none
    `,
  },
  {
    name: "the centre of a commune under its committee, its name over two lines, task sentences with Giao",
    ...inWord(
      `
| {c}UBND XÃ THÍ DỤ¶{cb}TRUNG TÂM PHỤC VỤ¶{cb}HÀNH CHÍNH CÔNG | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc¶{i}Thí Dụ, ngày 07 tháng 01 năm 2026 |
| {c}Số: 02/KH-TTPVHCC |  |
{cb}KẾ HOẠCH
{cb}Nâng cao chất lượng tiếp nhận và trả kết quả năm 2026
{i}Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia;
{i}Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;
{i}Xét tình hình thực tế.
{b 1.0}CHỈ TIÊU
{1.1}Tỷ lệ hồ sơ trực tuyến đạt 80% trở lên.
{1.1}Tỷ lệ số hóa đạt 100%.
{b 1.0}GIẢI PHÁP
{1.1}Giao bộ phận tiếp nhận chủ trì, phối hợp với Công an xã, Trạm Y tế hướng dẫn người dân, hoàn thành trước ngày 30/6/2026.
{1.1}Giao Phòng Kinh tế cung cấp quy trình đã cập nhật trong tháng 3 và tháng 9.
{1.1}Hằng quý, Trung tâm tổ chức khảo sát mức độ hài lòng; kết quả khảo sát là căn cứ đánh giá công chức.
{1.1}Lắp đặt bảng điện tử trong 6 tháng đầu năm.
{b 1.0}TỔ CHỨC THỰC HIỆN
Các phòng, công chức có liên quan chịu trách nhiệm thực hiện Kế hoạch này.
| Nơi nhận:¶- UBND xã;¶- Lưu: VT. | {cb}GIÁM ĐỐC¶¶{cb}Phan Thị Mẫu |
`,
      usualNumbering,
    ),
    expected: `
      cơ quan: UBND XÃ THÍ DỤ > TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
      số: 02 / KH-TTPVHCC
      ngày: Thí Dụ, 2026-01-07
      tên: KẾ HOẠCH: Nâng cao chất lượng tiếp nhận và trả kết quả năm 2026
      ký:  | GIÁM ĐỐC | Phan Thị Mẫu
      nhận: UBND xã | Lưu: VT
      dẫn: basis | Nghị định | 118/2025/NĐ-CP | 2025-06-09 | Chính phủ
      mục:
      I [CHỈ TIÊU]
      I.1 Tỷ lệ hồ sơ trực tuyến đạt 80% trở lên.
      I.2 Tỷ lệ số hóa đạt 100%.
      II [GIẢI PHÁP]
      II.1 Giao bộ phận tiếp nhận chủ trì, phối hợp với Công an xã, Trạm Y tế hướng dẫn người dân, …
      II.2 Giao Phòng Kinh tế cung cấp quy trình đã cập nhật trong tháng 3 và tháng 9.
      II.3 Hằng quý, Trung tâm tổ chức khảo sát mức độ hài lòng; kết quả khảo sát là căn cứ đánh giá công chức.
      II.4 Lắp đặt bảng điện tử trong 6 tháng đầu năm.
      III [TỔ CHỨC THỰC HIỆN]
      III.p1 Các phòng, công chức có liên quan chịu trách nhiệm thực hiện Kế hoạch này.
      việc:
      II.1 | Giao bộ phận tiếp nhận chủ trì, phối hợp với Công an xã, Trạm Y tế hướng dẫn người dân, hoàn thành trước ngày 30/6/2026 | bộ phận tiếp nhận | Công an xã; Trạm Y tế | date 2026-06-30 “hoàn thành trước ngày 30/6/2026”
      II.2 | Giao Phòng Kinh tế cung cấp quy trình đã cập nhật trong tháng 3 và tháng 9 | Phòng Kinh tế |  | period 2026-03-01..2026-09-30 “trong tháng 3 và tháng 9”
      II.3 | Hằng quý, Trung tâm tổ chức khảo sát mức độ hài lòng; kết quả khảo sát là căn cứ đánh giá công chức | Trung tâm |  | recurring quarter “Hằng quý”
      II.4 | Lắp đặt bảng điện tử trong 6 tháng đầu năm |  |  | period 2026-01-01..2026-06-30 “trong 6 tháng đầu năm”
    `,
    warnings: ["citation-without-number@opening", "due-several@II.2", "year-inferred@II.4"],
  },
  {
    name: "a Party committee's plan with its own way of numbers",
    ...inWord(`
| {c}ĐẢNG BỘ TỈNH THÍ DỤ¶{cb}ĐẢNG ỦY XÃ MẪU¶{c}*¶{c}Số 12-KH/ĐU | {cb}ĐẢNG CỘNG SẢN VIỆT NAM¶{r}Mẫu, ngày 21 tháng 4 năm 2026 |
{cb}KẾ HOẠCH
{cb}thực hiện công tác tuyên truyền cải cách hành chính năm 2026
{c}-----
Thực hiện Chương trình hành động số 05-CTr/TU ngày 10/01/2026 của Tỉnh ủy, Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:
{b}I- MỤC ĐÍCH, YÊU CẦU
1- Nâng cao nhận thức của cán bộ, đảng viên.
2- Tuyên truyền sâu rộng.
{b}II- TỔ CHỨC THỰC HIỆN
1- Ban Xây dựng Đảng chủ trì, theo dõi, đôn đốc; báo cáo Ban Thường vụ trước ngày 05/12/2026.
2- Các chi bộ cụ thể hóa thành kế hoạch của chi bộ.
| «Nơi nhận:»¶- Ban Tuyên giáo và Dân vận Tỉnh ủy,¶- Các chi bộ,¶- Lưu Văn phòng Đảng ủy. | {cb}T/M BAN THƯỜNG VỤ¶{cb}PHÓ BÍ THƯ¶¶{cb}Lý Văn Thí Dụ |
`),
    expected: `
      cơ quan: ĐẢNG BỘ TỈNH THÍ DỤ > ĐẢNG ỦY XÃ MẪU
      số: 12 / KH/ĐU
      ngày: Mẫu, 2026-04-21
      tên: KẾ HOẠCH: thực hiện công tác tuyên truyền cải cách hành chính năm 2026
      ký: T/M BAN THƯỜNG VỤ | PHÓ BÍ THƯ | Lý Văn Thí Dụ
      nhận: Ban Tuyên giáo và Dân vận Tỉnh ủy | Các chi bộ | Lưu Văn phòng Đảng ủy
      dẫn: basis | Chương trình | 05-CTr/TU | 2026-01-10 | Tỉnh ủy
      mục:
      I [MỤC ĐÍCH, YÊU CẦU]
      I.1 Nâng cao nhận thức của cán bộ, đảng viên.
      I.2 Tuyên truyền sâu rộng.
      II [TỔ CHỨC THỰC HIỆN]
      II.1 Ban Xây dựng Đảng chủ trì, theo dõi, đôn đốc; báo cáo Ban Thường vụ trước ngày 05/12/2026.
      II.2 Các chi bộ cụ thể hóa thành kế hoạch của chi bộ.
      việc:
      II.1 | Ban Xây dựng Đảng chủ trì, theo dõi, đôn đốc; báo cáo Ban Thường vụ trước ngày 05/12/2026 | Ban Xây dựng Đảng |  | date 2026-12-05 “trước ngày 05/12/2026”
    `,
  },
];
