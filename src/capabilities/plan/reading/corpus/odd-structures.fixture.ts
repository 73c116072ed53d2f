import { usualNumbering } from "#platform/official-document/read/notation.fixture.ts";
import { bytesOf } from "../sample-plans.fixture.ts";
import { type CorpusPlan, inWord } from "./outline.fixture.ts";

const head = `UBND TỈNH THÍ DỤ
SỞ MẪU
Số: 5/KH-SM
Thí Dụ, ngày 6 tháng 3 năm 2026

KẾ HOẠCH
Thử nghiệm năm 2026

`;
const tail = `

Nơi nhận:
- Lưu: VT.

GIÁM ĐỐC
Nguyễn Văn Mẫu
`;
const headLines = `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ MẪU
      số: 5 / KH-SM
      ngày: Thí Dụ, 2026-03-06
      tên: KẾ HOẠCH: Thử nghiệm năm 2026
      ký:  | GIÁM ĐỐC | Nguyễn Văn Mẫu
      nhận: Lưu: VT`;

const plain = (body: string) => async () => bytesOf(head + body + tail);

/** Plans whose numbering, headings or sentences are out of the ordinary; all invented. */
export const oddPlans: CorpusPlan[] = [
  {
    name: "numbers, dates and percentages that begin a sentence are no headings",
    fileName: "a.txt",
    file: plain(`I. KẾT QUẢ CẦN ĐẠT
15 xã, phường hoàn thành việc niêm yết.
100% hồ sơ được số hóa.
30/6/2026 là hạn cuối để gửi báo cáo.
5 - 7 tin, bài được đăng mỗi tuần.
1.500 lượt hồ sơ được tiếp nhận trong năm.
2026 là năm bản lề.
36/KH-UBND là kế hoạch của tỉnh.
24/24 giờ hệ thống hoạt động.
V/v gửi báo cáo thực hiện theo mẫu.
II. TỔ CHỨC
1. Nội dung chính.`),
    expected: `${headLines}
      dẫn: mention | Kế hoạch | 36/KH-UBND | – | –
      mục:
      I [KẾT QUẢ CẦN ĐẠT]
      I.p1 15 xã, phường hoàn thành việc niêm yết.
      I.p2 100% hồ sơ được số hóa.
      I.p3 30/6/2026 là hạn cuối để gửi báo cáo.
      I.p4 5 - 7 tin, bài được đăng mỗi tuần.
      I.p5 1.500 lượt hồ sơ được tiếp nhận trong năm.
      I.p6 2026 là năm bản lề.
      I.p7 36/KH-UBND là kế hoạch của tỉnh.
      I.p8 24/24 giờ hệ thống hoạt động.
      I.p9 V/v gửi báo cáo thực hiện theo mẫu.
      II [TỔ CHỨC]
      II.1 Nội dung chính.
      việc:
      I.p4 | 5 - 7 tin, bài được đăng mỗi tuần |  |  | recurring week “mỗi tuần”
    `,
  },
  {
    name: "a list that restarts under each unnumbered heading",
    ...inWord(`
{cb}SỞ MẪU
{c}Số: 6/KH-SM
{cb}KẾ HOẠCH
{cb}Thử nghiệm năm 2026
{b}I. PHÂN CÔNG
{b}Đối với các phòng
1. Viết tin.
2. Chụp ảnh.
{b}Đối với các đơn vị
1. Cung cấp số liệu.
2. Góp ý bản thảo.
{b}Đối với cá nhân
1. Gửi ý kiến.
{b}II. BÁO CÁO
1. Báo cáo tuần.
{cb}GIÁM ĐỐC
{cb}Nguyễn Văn Mẫu
`),
    expected: `
      cơ quan: – > SỞ MẪU
      số: 6 / KH-SM
      ngày: –, –
      tên: KẾ HOẠCH: Thử nghiệm năm 2026
      ký:  | GIÁM ĐỐC | Nguyễn Văn Mẫu
      nhận:
      mục:
      I [PHÂN CÔNG]
      I.p1 [Đối với các phòng]
      I.p1.1 Viết tin.
      I.p1.2 Chụp ảnh.
      I.p2 [Đối với các đơn vị]
      I.p2.1 Cung cấp số liệu.
      I.p2.2 Góp ý bản thảo.
      I.p3 [Đối với cá nhân]
      I.p3.1 Gửi ý kiến.
      II [BÁO CÁO]
      II.1 Báo cáo tuần.
      việc:
    `,
  },
  {
    name: "capitals without a number head what follows",
    fileName: "a.txt",
    file: plain(`MỤC ĐÍCH
Giúp người dân.
YÊU CẦU
Thiết thực, hiệu quả.
- Đúng hạn;
- Đủ nội dung.
TỔ CHỨC THỰC HIỆN
Văn phòng Sở chủ trì thực hiện trước ngày 1/7/2026.`),
    expected: `${headLines}
      mục:
      p1 [MỤC ĐÍCH]
      p1.p1 Giúp người dân.
      p2 [YÊU CẦU]
      p2.p1 Thiết thực, hiệu quả.
      p2.b1 Đúng hạn;
      p2.b2 Đủ nội dung.
      p3 [TỔ CHỨC THỰC HIỆN]
      p3.p1 Văn phòng Sở chủ trì thực hiện trước ngày 1/7/2026.
      việc:
      p3.p1 | Văn phòng Sở chủ trì thực hiện trước ngày 1/7/2026 | Văn phòng Sở |  | date 2026-07-01 “trước ngày 1/7/2026”
    `,
  },
  {
    name: "điểm with bullets below, a heading of the same number twice, numbers of two closings",
    fileName: "a.txt",
    file: plain(`I. NHIỆM VỤ
1. Xây dựng nội dung
a) Chọn chủ đề:
- Cải cách thể chế;
- Cải cách thủ tục.
Mỗi chủ đề có một bài mở đầu.
b) Viết bài:
1) Viết bản nháp;
2) Biên tập.
c) Duyệt bài.
2. Đăng tải
1.1. Trên cổng;
1.2. Trên mạng xã hội.
2. Lưu trữ
II. GIẢI PHÁP
1. Về con người
(1) Tập huấn;
(2) Bố trí đủ người.
2. Về kinh phí
i) Ngân sách;
ii) Xã hội hóa.`),
    expected: `${headLines}
      mục:
      I [NHIỆM VỤ]
      I.1 [Xây dựng nội dung]
      I.1.a [Chọn chủ đề]
      I.1.a.b1 Cải cách thể chế;
      I.1.a.b2 Cải cách thủ tục.
      I.1.a.p1 Mỗi chủ đề có một bài mở đầu.
      I.1.b [Viết bài]
      I.1.b.1 Viết bản nháp;
      I.1.b.2 Biên tập.
      I.1.c Duyệt bài.
      I.2 [Đăng tải]
      I.2.1.1 Trên cổng;
      I.2.1.2 Trên mạng xã hội.
      I.2~2 Lưu trữ
      II [GIẢI PHÁP]
      II.1 [Về con người]
      II.1.1 Tập huấn;
      II.1.2 Bố trí đủ người.
      II.2 [Về kinh phí]
      II.2.i Ngân sách;
      II.2.ii Xã hội hóa.
      việc:
    `,
    warnings: ["duplicate-label@I.2"],
  },
  {
    name: "bold numbered headings with plain lists that count from 1 again",
    ...inWord(`
{cb}SỞ MẪU
{c}Số: 6/KH-SM
{cb}KẾ HOẠCH
{cb}Thử nghiệm năm 2026
{b}1. Mục đích
1. Giúp người dân.
2. Giúp doanh nghiệp.
{b}2. Nội dung
1. Viết tin.
2. Làm phim.
3. Mở lớp.
{b}3. Tổ chức thực hiện
Các phòng thực hiện.
{cb}GIÁM ĐỐC
{cb}Nguyễn Văn Mẫu
`),
    expected: `
      cơ quan: – > SỞ MẪU
      số: 6 / KH-SM
      ngày: –, –
      tên: KẾ HOẠCH: Thử nghiệm năm 2026
      ký:  | GIÁM ĐỐC | Nguyễn Văn Mẫu
      nhận:
      mục:
      1 [Mục đích]
      1.1 Giúp người dân.
      1.2 Giúp doanh nghiệp.
      2 [Nội dung]
      2.1 Viết tin.
      2.2 Làm phim.
      2.3 Mở lớp.
      3 [Tổ chức thực hiện]
      3.p1 Các phòng thực hiện.
      việc:
    `,
  },
  {
    name: "citations: several in one sentence, a law without number, a second mention, its own number",
    fileName: "a.txt",
    file: plain(`Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025; Luật Tiếp cận thông tin năm 2016;
Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;
Căn cứ các Nghị định của Chính phủ: số 61/2018/NĐ-CP ngày 23/4/2018, số 63/2010/NĐ-CP ngày 08/6/2010;
Thực hiện Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ phê duyệt Bộ chỉ số; Thông tư số 01/2023/TT-VPCP ngày 05/4/2023 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định một số nội dung,
Sở Mẫu ban hành kế hoạch như sau:
I. NỘI DUNG
1. Thực hiện theo Nghị định 61/2018/NĐ-CP, Quyết định số 766/QĐ-TTg và Công văn số 123/SNV-CCHC ngày 01/02/2026 của Sở Nội vụ về báo cáo.
2. Rà soát theo Luật Tiếp cận thông tin và Kế hoạch số 5/KH-SM.
3. Thông báo kết luận số 45-TB/TW ngày 10/5/2025 của Bộ Chính trị.`),
    expected: `${headLines}
      dẫn: basis | Luật | 64/2025/QH15 | – | –
      dẫn: basis | Nghị định | 61/2018/NĐ-CP | 2018-04-23 | Chính phủ
      dẫn: basis | Nghị định | 63/2010/NĐ-CP | 2010-06-08 | Chính phủ
      dẫn: basis | Quyết định | 766/QĐ-TTg | 2022-06-23 | Thủ tướng Chính phủ
      dẫn: basis | Thông tư | 01/2023/TT-VPCP | 2023-04-05 | Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ
      dẫn: mention | Công văn | 123/SNV-CCHC | 2026-02-01 | Sở Nội vụ
      dẫn: mention | Thông báo | 45-TB/TW | 2025-05-10 | Bộ Chính trị
      mục:
      I [NỘI DUNG]
      I.1 Thực hiện theo Nghị định 61/2018/NĐ-CP, …
      I.2 Rà soát theo Luật Tiếp cận thông tin và Kế hoạch số 5/KH-SM.
      I.3 Thông báo kết luận số 45-TB/TW ngày 10/5/2025 của Bộ Chính trị.
      việc:
    `,
    warnings: ["citation-without-number@opening"],
  },
  {
    name: "times and units in sentences of every kind",
    fileName: "a.txt",
    file: plain(`I. NHIỆM VỤ
- Giao Văn phòng Sở chủ trì, phối hợp với Phòng Nghiệp vụ, Trung tâm Mẫu và các đơn vị liên quan xây dựng phim tài liệu, hoàn thành trước ngày 30/6/2026.
- Phòng Nghiệp vụ tham mưu ban hành quy chế trong quý II/2026.
- Tổ chức hội nghị sơ kết 6 tháng (tháng 6/2026).
- Đăng tin thường xuyên trên Cổng thông tin điện tử.
- Thực hiện từ tháng 3 đến tháng 5/2026.
- Gửi báo cáo chậm nhất ngày 20/11.
- Hoàn thành trong năm 2026.
- Phòng Nghiệp vụ: Hoàn thành việc rà soát trước 15/4/2026.
- Trung tâm Mẫu phối hợp với Văn phòng Sở in tờ rơi (xong trong tháng 8/2026).
- Mỗi tháng đăng 04 tin (Văn phòng Sở thực hiện).
- Việc này được Văn phòng Sở và Phòng Nghiệp vụ đồng chủ trì, hoàn thành trong Quý III năm 2026.
- Năm 2025, Sở đã tổ chức 12 hội nghị.
- Phấn đấu đến năm 2030 đạt 90%.`),
    expected: `${headLines}
      mục:
      I [NHIỆM VỤ]
      I.b1 Giao Văn phòng Sở chủ trì, …
      I.b2 Phòng Nghiệp vụ tham mưu ban hành quy chế trong quý II/2026.
      I.b3 Tổ chức hội nghị sơ kết 6 tháng (tháng 6/2026).
      I.b4 Đăng tin thường xuyên trên Cổng thông tin điện tử.
      I.b5 Thực hiện từ tháng 3 đến tháng 5/2026.
      I.b6 Gửi báo cáo chậm nhất ngày 20/11.
      I.b7 Hoàn thành trong năm 2026.
      I.b8 Phòng Nghiệp vụ: Hoàn thành việc rà soát trước 15/4/2026.
      I.b9 Trung tâm Mẫu phối hợp với Văn phòng Sở in tờ rơi (xong trong tháng 8/2026).
      I.b10 Mỗi tháng đăng 04 tin (Văn phòng Sở thực hiện).
      I.b11 Việc này được Văn phòng Sở và Phòng Nghiệp vụ đồng chủ trì, …
      I.b12 Năm 2025, Sở đã tổ chức 12 hội nghị.
      I.b13 Phấn đấu đến năm 2030 đạt 90%.
      việc:
      I.b1 | Giao Văn phòng Sở chủ trì, … | Văn phòng Sở | Phòng Nghiệp vụ; Trung tâm Mẫu; các đơn vị liên quan | date 2026-06-30 “hoàn thành trước ngày 30/6/2026”
      I.b2 | Phòng Nghiệp vụ tham mưu ban hành quy chế trong quý II/2026 | Phòng Nghiệp vụ |  | period 2026-04-01..2026-06-30 “trong quý II/2026”
      I.b3 | Tổ chức hội nghị sơ kết 6 tháng (tháng 6/2026) |  |  | period 2026-06-01..2026-06-30 “tháng 6/2026”
      I.b5 | Thực hiện từ tháng 3 đến tháng 5/2026 |  |  | period 2026-03-01..2026-05-31 “từ tháng 3 đến tháng 5/2026”
      I.b6 | Gửi báo cáo chậm nhất ngày 20/11 |  |  | date 2026-11-20 “chậm nhất ngày 20/11”
      I.b7 | Hoàn thành trong năm 2026 |  |  | period 2026-01-01..2026-12-31 “Hoàn thành trong năm 2026”
      I.b8 | Phòng Nghiệp vụ: Hoàn thành việc rà soát trước 15/4/2026 | Phòng Nghiệp vụ |  | date 2026-04-15 “trước 15/4/2026”
      I.b9 | Trung tâm Mẫu phối hợp với Văn phòng Sở in tờ rơi (xong trong tháng 8/2026) | Trung tâm Mẫu | Văn phòng Sở | period 2026-08-01..2026-08-31 “xong trong tháng 8/2026”
      I.b10 | Mỗi tháng đăng 04 tin (Văn phòng Sở thực hiện) | Văn phòng Sở |  | recurring month “Mỗi tháng”
      I.b11 | Việc này được Văn phòng Sở và Phòng Nghiệp vụ đồng chủ trì, … | Văn phòng Sở và Phòng Nghiệp vụ = Văn phòng Sở; Phòng Nghiệp vụ |  | period 2026-07-01..2026-09-30 “hoàn thành trong Quý III năm 2026”
    `,
  },
  {
    name: "labelled lines of many spellings, in brackets, as letters, with values on the next line",
    fileName: "a.txt",
    file: plain(`I. NHIỆM VỤ
1. Viết bài (Đơn vị chủ trì: Phòng A; đơn vị phối hợp: Phòng B; thời gian: tháng 4/2026).
2. Làm phim
a) Đơn vị chủ trì: Trung tâm Mẫu
b) Thời gian hoàn thành: 30/9/2026
c) Kết quả: 01 phim
3. Mở lớp
* Cơ quan chủ trì: Sở Mẫu.
* Cơ quan phối hợp: UBND các xã, phường; Sở Nội vụ.
* Thời gian thực hiện: Quý III - Quý IV/2026.
4. In tờ rơi
- Chủ trì thực hiện:
Văn phòng Sở
- Thời hạn:
Trước 15 tháng 5 năm 2026
- Sản phẩm dự kiến:
5.000 tờ rơi
5. Khảo sát người dân
Cơ quan chủ trì, phối hợp: Phòng A, Phòng B
Lộ trình thực hiện: năm 2026-2027
6. Họp giao ban
- Thành phần: Lãnh đạo Sở.
- Chủ trì: Giám đốc Sở.
- Thời gian: 14h00 thứ Sáu hằng tuần.
7. Kết quả: Mọi nhiệm vụ đều hoàn thành.`),
    expected: `${headLines}
      mục:
      I [NHIỆM VỤ]
      I.1 Viết bài (Đơn vị chủ trì: Phòng A; …
      I.2 [Làm phim]
      I.2.a [Đơn vị chủ trì] Trung tâm Mẫu
      I.2.b [Thời gian hoàn thành] 30/9/2026
      I.2.c [Kết quả] 01 phim
      I.3 [Mở lớp]
      I.4 [In tờ rơi]
      I.5 [Khảo sát người dân]
      I.6 [Họp giao ban]
      I.6.b1 Thành phần: Lãnh đạo Sở.
      I.7 [Kết quả] Mọi nhiệm vụ đều hoàn thành.
      việc:
      I.1 | Viết bài | Phòng A | Phòng B | period 2026-04-01..2026-04-30 “tháng 4/2026”
      I.2 | Làm phim | Trung tâm Mẫu |  | date 2026-09-30 “30/9/2026” | 01 phim
      I.3 | Mở lớp | Sở Mẫu | UBND các xã, phường; Sở Nội vụ | period 2026-07-01..2026-12-31 “Quý III - Quý IV/2026”
      I.4 | In tờ rơi | Văn phòng Sở |  | date 2026-05-15 “Trước 15 tháng 5 năm 2026” | 5.000 tờ rơi
      I.5 | Khảo sát người dân | Phòng A, Phòng B = Phòng A; Phòng B |  | period 2026-01-01..2027-12-31 “năm 2026-2027”
      I.6 | Họp giao ban | Giám đốc Sở |  | recurring week “14h00 thứ Sáu hằng tuần”
    `,
  },
  {
    name: "automatic numbers whose list is styled, restarted and mixed with typed numbers",
    ...inWord(
      `
{c}UBND TỈNH THÍ DỤ
{cb}SỞ MẪU
{c}Số: 5/KH-SM
{c}Thí Dụ, ngày 6 tháng 3 năm 2026
{cb}KẾ HOẠCH
{cb}Thử nghiệm năm 2026
{b}I. MỤC TIÊU
{1.1}Nhanh hơn.
{1.1}Rẻ hơn.
{b}II. NHIỆM VỤ
{4.1}Viết tin:
{2.0}Tin ngắn;
{2.0}Tin ảnh.
{4.1}Làm phim.
{1.3}Phim ngắn;
{1.3}Phim dài.
{cb}KT. GIÁM ĐỐC
{cb}PHÓ GIÁM ĐỐC
{cb}Nguyễn Văn Mẫu
Nơi nhận:
{2.0}Như trên;
{2.0}Lưu: VT.
`,
      [...usualNumbering, [["decimal", "%1."]], usualNumbering[0]!],
    ),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ MẪU
      số: 5 / KH-SM
      ngày: Thí Dụ, 2026-03-06
      tên: KẾ HOẠCH: Thử nghiệm năm 2026
      ký: KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC | Nguyễn Văn Mẫu
      nhận: Như trên | Lưu: VT
      mục:
      I [MỤC TIÊU]
      I.1 Nhanh hơn.
      I.2 Rẻ hơn.
      II [NHIỆM VỤ]
      II.1 [Viết tin]
      II.1.b1 Tin ngắn;
      II.1.b2 Tin ảnh.
      II.2 [Làm phim]
      II.2.a Phim ngắn;
      II.2.b Phim dài.
      việc:
    `,
  },
  {
    name: "a plan attached to a decision, in Word",
    ...inWord(`
| {cb}ỦY BAN NHÂN DÂN¶{cb}TỈNH THÍ DỤ | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: 512/QĐ-UBND | {i}Thí Dụ, ngày 02 tháng 4 năm 2026 |
{cb}QUYẾT ĐỊNH
{cb}Về việc ban hành Kế hoạch truyền thông cải cách hành chính giai đoạn 2026-2030
{cb}CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
{i}Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
{i}Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 88/TTr-SNV ngày 20/3/2026.
{cb}QUYẾT ĐỊNH:
«Điều 1.» Ban hành kèm theo Quyết định này Kế hoạch truyền thông.
«Điều 2.» Quyết định này có hiệu lực từ ngày ký.
«Điều 3.» Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành./.
| Nơi nhận:¶- Như Điều 3;¶- Lưu: VT, NC. | {cb}CHỦ TỊCH¶¶{cb}Đinh Văn Thí Dụ |
{cb}KẾ HOẠCH
{cb}Truyền thông cải cách hành chính giai đoạn 2026-2030
{ci}(Ban hành kèm theo Quyết định số 512/QĐ-UBND ngày 02/4/2026 của Chủ tịch UBND tỉnh)
{b}I. MỤC TIÊU
Đến năm 2030, 100% người dân biết về dịch vụ công.
{b}II. NHIỆM VỤ
1. Sở Nội vụ chủ trì xây dựng kế hoạch hằng năm, ban hành trước ngày 31/01 hằng năm.
`),
    expected: `
      cơ quan: – > ỦY BAN NHÂN DÂN TỈNH THÍ DỤ
      số: 512 / QĐ-UBND
      ngày: Thí Dụ, 2026-04-02
      tên: KẾ HOẠCH: Truyền thông cải cách hành chính giai đoạn 2026-2030
      ký:  | CHỦ TỊCH | Đinh Văn Thí Dụ
      nhận: Như Điều 3 | Lưu: VT, NC
      dẫn: basis | Luật | 72/2025/QH15 | – | –
      dẫn: basis | Tờ trình | 88/TTr-SNV | 2026-03-20 | Giám đốc Sở Nội vụ
      mục:
      I [MỤC TIÊU]
      I.p1 Đến năm 2030, 100% người dân biết về dịch vụ công.
      II [NHIỆM VỤ]
      II.1 Sở Nội vụ chủ trì xây dựng kế hoạch hằng năm, ban hành trước ngày 31/01 hằng năm.
      việc:
      II.1 | Sở Nội vụ chủ trì xây dựng kế hoạch hằng năm, ban hành trước ngày 31/01 hằng năm | Sở Nội vụ |  | recurring year “trước ngày 31/01 hằng năm”
    `,
  },
  {
    name: "bold headings without numbers under a title in the middle, a light parent over a bold agency",
    ...inWord(`
| {c}LĐLĐ TỈNH THÍ DỤ¶{cb}CÔNG ĐOÀN NGÀNH MẪU¶{c}Số: 12 /KH-CĐM | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc¶{ci}Thí Dụ, ngày 8 tháng 5 năm 2026 |
{cb}KẾ HOẠCH PHỐI HỢP
{cb}Tổ chức Tháng Công nhân năm 2026
{b}Mục đích
Chăm lo đoàn viên theo Kế hoạch số 36 /KH - UBND ngày 03/02/2026 của UBND tỉnh.
{b}Nội dung
- Thăm hỏi đoàn viên khó khăn.
- Tổ chức đối thoại: xong trước ngày 25/5/2026.
{b}Tổ chức thực hiện
Công đoàn cơ sở nộp báo cáo trước ngày 05/6/2026.
| Nơi nhận:¶- CĐCS;¶- Lưu. | {cb}TM. BAN THƯỜNG VỤ¶{cb}CHỦ TỊCH¶¶{cb}Kim Thị Mẫu |
`),
    expected: `
      cơ quan: LĐLĐ TỈNH THÍ DỤ > CÔNG ĐOÀN NGÀNH MẪU
      số: 12 / KH-CĐM
      ngày: Thí Dụ, 2026-05-08
      tên: KẾ HOẠCH: PHỐI HỢP Tổ chức Tháng Công nhân năm 2026
      ký: TM. BAN THƯỜNG VỤ | CHỦ TỊCH | Kim Thị Mẫu
      nhận: CĐCS | Lưu
      dẫn: mention | Kế hoạch | 36/KH-UBND | 2026-02-03 | UBND tỉnh
      mục:
      p1 [Mục đích]
      p1.p1 Chăm lo đoàn viên theo …
      p2 [Nội dung]
      p2.b1 Thăm hỏi đoàn viên khó khăn.
      p2.b2 Tổ chức đối thoại: xong trước ngày 25/5/2026.
      p3 [Tổ chức thực hiện]
      p3.p1 Công đoàn cơ sở nộp báo cáo trước ngày 05/6/2026.
      việc:
      p2.b2 | Tổ chức đối thoại: xong trước ngày 25/5/2026 |  |  | date 2026-05-25 “xong trước ngày 25/5/2026”
      p3.p1 | Công đoàn cơ sở nộp báo cáo trước ngày 05/6/2026 | Công đoàn cơ sở |  | date 2026-06-05 “trước ngày 05/6/2026”
    `,
  },
  {
    name: "the head under the title, numbers 1.1- and a/, a row that goes on in the next one, days in two columns",
    fileName: "a.md",
    file: async () =>
      bytesOf(`# KẾ HOẠCH
## Tuyên truyền năm 2026

**UBND TỈNH THÍ DỤ**
**SỞ MẪU**

Số: 44/KH-SM
*Thí Dụ, ngày 09 tháng 3 năm 2026*

### I- NỘI DUNG

1.1- Tuyên truyền trên báo;

a/ Báo in;

b/ Báo điện tử.

1.2- Tuyên truyền trực quan, thực hiện thường xuyên.

### II- PHÂN CÔNG

| STT | Việc cần làm | Bắt đầu | Kết thúc | Ai làm |
|---|---|---|---|---|
| 1 | Thiết kế pa nô về dịch vụ công | 01/5/2026 | 10/5/2026 | Tổ Mỹ thuật |
| | trực tuyến | | | |
| 2 | Hoàn thành nội dung trưng bày | | 30/5/2026 | Phòng Trưng bày - |
| | | | | Bảo quản |

### III- CÁC BƯỚC

1. **Bước 1: Chuẩn bị**

► Soạn nội dung

2. Phòng Mẫu: là đầu mối, tổng hợp báo cáo hằng tháng.

**GIÁM ĐỐC**

**Đàm Thị Mẫu**
`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ MẪU
      số: 44 / KH-SM
      ngày: Thí Dụ, 2026-03-09
      tên: KẾ HOẠCH: Tuyên truyền năm 2026
      ký:  | GIÁM ĐỐC | Đàm Thị Mẫu
      nhận:
      mục:
      I [NỘI DUNG]
      I.1.1 Tuyên truyền trên báo;
      I.1.1.a Báo in;
      I.1.1.b Báo điện tử.
      I.1.2 Tuyên truyền trực quan, thực hiện thường xuyên.
      II [PHÂN CÔNG]
      III [CÁC BƯỚC]
      III.1 [Bước 1: Chuẩn bị]
      III.1.b1 Soạn nội dung
      III.2 [Phòng Mẫu] là đầu mối, tổng hợp báo cáo hằng tháng.
      việc:
      I.1.2 | Tuyên truyền trực quan, thực hiện thường xuyên |  |  | continuous “thường xuyên”
      III.2 | là đầu mối, tổng hợp báo cáo hằng tháng | Phòng Mẫu |  | recurring month “hằng tháng”
      II – › – › 1 | Thiết kế pa nô về dịch vụ công trực tuyến | Tổ Mỹ thuật |  | period 2026-05-01..2026-05-10 “01/5/2026 - 10/5/2026”
      II – › – › 2 | Hoàn thành nội dung trưng bày | Phòng Trưng bày - Bảo quản |  | date 2026-05-30 “30/5/2026”
    `,
  },
];
