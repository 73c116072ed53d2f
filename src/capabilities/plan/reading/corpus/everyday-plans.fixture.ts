import { usualNumbering } from "#platform/official-document/read/notation.fixture.ts";
import { bytesOf } from "../sample-plans.fixture.ts";
import { type CorpusPlan, inWord } from "./outline.fixture.ts";

/** Plans as they come from communes, wards and departments on an ordinary day; all invented. */
export const everydayPlans: CorpusPlan[] = [
  {
    name: "a commune's plan of tuyên truyền: times in brackets, a time under a unit's heading, a unit before its work",
    ...inWord(`
| {c}UBND XÃ THÍ DỤ | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: 45/KH-UBND | {i}Thí Dụ, ngày 12 tháng 3 năm 2026 |

{cb}KẾ HOẠCH
{cb}Tuyên truyền cải cách hành chính năm 2026

{b}I. HÌNH THỨC
1. Trên truyền thanh cơ sở: mỗi tuần phát ít nhất 02 tin, bài.
2. Tại các cuộc họp thôn, tổ dân phố.
{b}II. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã
- Niêm yết đầy đủ thủ tục hành chính tại nơi tiếp nhận (thường xuyên).
- Kiểm tra việc thực hiện ở các thôn, thời gian: tháng 6/2026.
- Sao lưu tài liệu.
2. Trưởng các thôn căn cứ Kế hoạch này tổ chức họp dân, báo cáo kết quả trước ngày 10 hằng tháng.
3. UBND các xã, phường lân cận: Chia sẻ cách làm, hoàn thành trước ngày 28/4/2026.
| Nơi nhận:¶- Các thôn;¶- Lưu: VT. | {cb}CHỦ TỊCH¶¶¶{cb}Hà Thị Thí Dụ |
`),
    expected: `
      cơ quan: – > UBND XÃ THÍ DỤ
      số: 45 / KH-UBND
      ngày: Thí Dụ, 2026-03-12
      tên: KẾ HOẠCH: Tuyên truyền cải cách hành chính năm 2026
      ký:  | CHỦ TỊCH | Hà Thị Thí Dụ
      nhận: Các thôn | Lưu: VT
      mục:
      I [HÌNH THỨC]
      I.1 Trên truyền thanh cơ sở: mỗi tuần phát ít nhất 02 tin, bài.
      I.2 Tại các cuộc họp thôn, tổ dân phố.
      II [TỔ CHỨC THỰC HIỆN]
      II.1 [Văn phòng HĐND và UBND xã]
      II.1.b1 Niêm yết đầy đủ thủ tục hành chính tại nơi tiếp nhận (thường xuyên).
      II.1.b2 Kiểm tra việc thực hiện ở các thôn, thời gian: tháng 6/2026.
      II.1.b3 Sao lưu tài liệu.
      II.2 Trưởng các thôn căn cứ Kế hoạch này …
      II.3 [UBND các xã, phường lân cận] Chia sẻ cách làm, hoàn thành trước ngày 28/4/2026.
      việc:
      I.1 | Trên truyền thanh cơ sở: mỗi tuần phát ít nhất 02 tin, bài |  |  | recurring week “mỗi tuần”
      II.1.b1 | Niêm yết đầy đủ thủ tục hành chính tại nơi tiếp nhận (thường xuyên) | Văn phòng HĐND và UBND xã |  | continuous “thường xuyên”
      II.1.b2 | Kiểm tra việc thực hiện ở các thôn | Văn phòng HĐND và UBND xã |  | period 2026-06-01..2026-06-30 “tháng 6/2026”
      II.2 | Trưởng các thôn căn cứ Kế hoạch này … | Trưởng các thôn |  | recurring month “trước ngày 10 hằng tháng”
      II.3 | Chia sẻ cách làm, hoàn thành trước ngày 28/4/2026 | UBND các xã, phường lân cận |  | date 2026-04-28 “hoàn thành trước ngày 28/4/2026”
    `,
  },
  {
    name: "a commune's digital plan with a section of bases, goals by group and units in brackets",
    ...inWord(`
| {c}UBND XÃ THÍ DỤ | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: 120/KH-UBND | {i}Thí Dụ, ngày 19 tháng 3 năm 2026 |

{cb}KẾ HOẠCH
{cb}Chuyển đổi số xã Thí Dụ năm 2026

{b}I. CĂN CỨ LẬP KẾ HOẠCH
- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;
- Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ;
- Kế hoạch số 45/KH-UBND ngày 15/01/2026 của UBND tỉnh về chuyển đổi số năm 2026.
{b}II. MỤC TIÊU
{b}1. Mục tiêu tổng quát
Đưa hoạt động của chính quyền lên môi trường số.
{b}2. Mục tiêu cụ thể
{i}2.1. Chính quyền số:
- 100% văn bản đi được ký số;
- Trước ngày 31/12/2026, 90% hồ sơ được nộp trực tuyến.
{i}2.2. Xã hội số:
- 70% hộ gia đình có kết nối băng rộng.
{b}III. NHIỆM VỤ TRỌNG TÂM
{b}1. Nhận thức số
- Mở chuyên mục chuyển đổi số trên Trang thông tin điện tử xã, duy trì thường xuyên (Phòng Văn hóa - Xã hội chủ trì).
- Tổ chức Ngày Chuyển đổi số 10/10 (Phòng Văn hóa - Xã hội chủ trì, phối hợp với Đoàn Thanh niên; hoàn thành trước ngày 15/10/2026).
{b}2. Hạ tầng số
2.1. Rà soát máy tính, đường truyền của cơ quan. Giao Văn phòng HĐND và UBND xã thực hiện trong quý I.
2.2. Lắp đặt Wifi miễn phí tại nhà văn hóa các thôn. Các thôn phối hợp với doanh nghiệp viễn thông hoàn thành trong tháng 9/2026.
{b}IV. KINH PHÍ THỰC HIỆN
Kinh phí thực hiện Kế hoạch từ ngân sách xã và các nguồn hợp pháp khác.
{b}V. TỔ CHỨC THỰC HIỆN
{b}1. Phòng Văn hóa - Xã hội
- Là cơ quan thường trực, tham mưu triển khai Kế hoạch này.
- Định kỳ hằng quý (trước ngày 14 của tháng cuối quý) tổng hợp, báo cáo UBND xã.
{b}2. Phòng Kinh tế
Tham mưu bố trí kinh phí theo quy định.
{b}3. Các thôn, Tổ công nghệ số cộng đồng
Tuyên truyền, hướng dẫn người dân.
Trên đây là Kế hoạch chuyển đổi số xã Thí Dụ năm 2026, yêu cầu các bộ phận, đơn vị nghiêm túc thực hiện./.
| Nơi nhận:¶- Sở KH&CN (b/c);¶- TTr Đảng ủy, HĐND xã;¶- Lãnh đạo UBND xã;¶- Các thôn;¶- Lưu: VT, VHXH. | {cb}TM. ỦY BAN NHÂN DÂN¶{cb}KT. CHỦ TỊCH¶{cb}PHÓ CHỦ TỊCH¶¶¶{cb}Hà Thị Thí Dụ |
`),
    expected: `
      cơ quan: – > UBND XÃ THÍ DỤ
      số: 120 / KH-UBND
      ngày: Thí Dụ, 2026-03-19
      tên: KẾ HOẠCH: Chuyển đổi số xã Thí Dụ năm 2026
      ký: TM. ỦY BAN NHÂN DÂN + KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Hà Thị Thí Dụ
      nhận: Sở KH&CN (b/c) | TTr Đảng ủy, HĐND xã | Lãnh đạo UBND xã | Các thôn | Lưu: VT, VHXH
      dẫn: basis | Nghị quyết | 57-NQ/TW | 2024-12-22 | Bộ Chính trị
      dẫn: basis | Nghị quyết | 30c/NQ-CP | 2011-11-08 | Chính phủ
      dẫn: basis | Kế hoạch | 45/KH-UBND | 2026-01-15 | UBND tỉnh
      mục:
      I [CĂN CỨ LẬP KẾ HOẠCH]
      I.b1 Nghị quyết số 57-NQ/TW ngày 22/12/2024 …
      I.b2 Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ;
      I.b3 Kế hoạch số 45/KH-UBND ngày 15/01/2026 …
      II [MỤC TIÊU]
      II.1 [Mục tiêu tổng quát]
      II.1.p1 Đưa hoạt động của chính quyền lên môi trường số.
      II.2 [Mục tiêu cụ thể]
      II.2.1 [Chính quyền số]
      II.2.1.b1 100% văn bản đi được ký số;
      II.2.1.b2 Trước ngày 31/12/2026, 90% hồ sơ được nộp trực tuyến.
      II.2.2 [Xã hội số]
      II.2.2.b1 70% hộ gia đình có kết nối băng rộng.
      III [NHIỆM VỤ TRỌNG TÂM]
      III.1 [Nhận thức số]
      III.1.b1 Mở chuyên mục chuyển đổi số trên Trang thông tin điện tử xã, …
      III.1.b2 Tổ chức Ngày Chuyển đổi số 10/10 …
      III.2 [Hạ tầng số]
      III.2.1 Rà soát máy tính, đường truyền của cơ quan. Giao Văn phòng HĐND và UBND xã thực hiện trong quý I.
      III.2.2 Lắp đặt Wifi miễn phí tại nhà văn hóa các thôn. Các thôn …
      IV [KINH PHÍ THỰC HIỆN]
      IV.p1 Kinh phí thực hiện Kế hoạch từ ngân sách xã và các nguồn hợp pháp khác.
      V [TỔ CHỨC THỰC HIỆN]
      V.1 [Phòng Văn hóa - Xã hội]
      V.1.b1 Là cơ quan thường trực, tham mưu triển khai Kế hoạch này.
      V.1.b2 Định kỳ hằng quý (trước ngày 14 của tháng cuối quý) tổng hợp, báo cáo UBND xã.
      V.2 [Phòng Kinh tế]
      V.2.p1 Tham mưu bố trí kinh phí theo quy định.
      V.3 [Các thôn, Tổ công nghệ số cộng đồng]
      V.3.p1 Tuyên truyền, hướng dẫn người dân.
      p1 Trên đây là Kế hoạch chuyển đổi số xã Thí Dụ năm 2026, …
      việc:
      III.1.b1 | Mở chuyên mục chuyển đổi số trên Trang thông tin điện tử xã, … | Phòng Văn hóa - Xã hội |  | continuous “thường xuyên”
      III.1.b2 | Tổ chức Ngày Chuyển đổi số 10/10 … | Phòng Văn hóa - Xã hội | Đoàn Thanh niên | date 2026-10-15 “hoàn thành trước ngày 15/10/2026”
      III.2.1 | Rà soát máy tính, … | Văn phòng HĐND và UBND xã |  | period 2026-01-01..2026-03-31 “trong quý I”
      III.2.2 | Lắp đặt Wifi … | Các thôn | doanh nghiệp viễn thông | period 2026-09-01..2026-09-30 “hoàn thành trong tháng 9/2026”
      V.1.b2 | Định kỳ hằng quý … | Phòng Văn hóa - Xã hội |  | recurring quarter “Định kỳ hằng quý”
    `,
  },
  {
    name: "an inspection plan: members in a list, times by place, Trưởng đoàn, numbers with closing bracket",
    fileName: "kiem-tra.txt",
    file: async () =>
      bytesOf(`UBND TỈNH THÍ DỤ
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH

Số: 77/KH-SVHTTDL

Thí Dụ, ngày 01 tháng 7 năm 2026

KẾ HOẠCH

Kiểm tra công tác cải cách hành chính năm 2026

Thực hiện Kế hoạch số 12/KH-SVHTTDL ngày 10/01/2026 của Sở Văn hóa, Thể thao và Du lịch về cải cách hành chính năm 2026, Sở xây dựng Kế hoạch kiểm tra như sau:

I. MỤC ĐÍCH, YÊU CẦU

1) Mục đích

Đánh giá đúng thực trạng; kịp thời chấn chỉnh sai sót trước ngày 30/11/2026.

2) Yêu cầu

Khách quan, đúng quy định.

II. NỘI DUNG, ĐỐI TƯỢNG, THỜI GIAN

1) Nội dung kiểm tra: Theo đề cương kèm theo.

2) Đối tượng kiểm tra: Thư viện tỉnh; Bảo tàng tỉnh.

3) Thời gian kiểm tra: Từ tháng 8/2026 đến tháng 10/2026.

III. THÀNH PHẦN ĐOÀN KIỂM TRA

1) Trưởng đoàn: Chánh Văn phòng Sở.

2) Các thành viên:

- Đại diện Phòng Tổ chức - Pháp chế;

- Đại diện Phòng Kế hoạch - Tài chính.

IV. TỔ CHỨC THỰC HIỆN

1) Các đơn vị được kiểm tra: Chuẩn bị báo cáo bằng văn bản, gửi về Sở (qua Văn phòng Sở) trước khi kiểm tra 05 ngày làm việc.

2) Văn phòng Sở:

a) Tham mưu Quyết định thành lập đoàn, trình Giám đốc Sở trước ngày 15/7/2026;

b) Thông báo kết luận kiểm tra chậm nhất 10 ngày kể từ ngày kết thúc.

Nơi nhận:

- Giám đốc Sở (để b/c);

- Các đơn vị được kiểm tra;

- Lưu: VT, VP (05b).

KT. GIÁM ĐỐC

PHÓ GIÁM ĐỐC

Mai Văn Thí Dụ
`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
      số: 77 / KH-SVHTTDL
      ngày: Thí Dụ, 2026-07-01
      tên: KẾ HOẠCH: Kiểm tra công tác cải cách hành chính năm 2026
      ký: KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC | Mai Văn Thí Dụ
      nhận: Giám đốc Sở (để b/c) | Các đơn vị được kiểm tra | Lưu: VT, VP (05b)
      dẫn: basis | Kế hoạch | 12/KH-SVHTTDL | 2026-01-10 | Sở Văn hóa, Thể thao và Du lịch
      mục:
      I [MỤC ĐÍCH, YÊU CẦU]
      I.1 [Mục đích]
      I.1.p1 Đánh giá đúng thực trạng; kịp thời chấn chỉnh sai sót trước ngày 30/11/2026.
      I.2 [Yêu cầu]
      I.2.p1 Khách quan, đúng quy định.
      II [NỘI DUNG, ĐỐI TƯỢNG, THỜI GIAN]
      II.1 [Nội dung kiểm tra] Theo đề cương kèm theo.
      II.2 [Đối tượng kiểm tra] Thư viện tỉnh; Bảo tàng tỉnh.
      II.3 [Thời gian kiểm tra] Từ tháng 8/2026 đến tháng 10/2026.
      III [THÀNH PHẦN ĐOÀN KIỂM TRA]
      III.1 [Trưởng đoàn] Chánh Văn phòng Sở.
      III.2 [Các thành viên]
      III.2.b1 Đại diện Phòng Tổ chức - Pháp chế;
      III.2.b2 Đại diện Phòng Kế hoạch - Tài chính.
      IV [TỔ CHỨC THỰC HIỆN]
      IV.1 [Các đơn vị được kiểm tra] Chuẩn bị báo cáo bằng văn bản, …
      IV.2 [Văn phòng Sở]
      IV.2.a Tham mưu Quyết định thành lập đoàn, trình Giám đốc Sở trước ngày 15/7/2026;
      IV.2.b Thông báo kết luận kiểm tra chậm nhất 10 ngày kể từ ngày kết thúc.
      việc:
      IV.2.a | Tham mưu Quyết định thành lập đoàn, trình Giám đốc Sở trước ngày 15/7/2026 | Văn phòng Sở |  | date 2026-07-15 “trước ngày 15/7/2026”
    `,
  },
  {
    name: "all of a task in one line, several lines of that kind, numbered bold run-in headings",
    ...inWord(`
{c}UBND TỈNH THÍ DỤ
{cb}TRUNG TÂM VĂN HÓA - NGHỆ THUẬT
{c}Số: 18/KH-TTVHNT
{c}Thí Dụ, ngày 11 tháng 02 năm 2026
{cb}KẾ HOẠCH CÔNG TÁC TUYÊN TRUYỀN LƯU ĐỘNG
{cb}NĂM 2026
«1. Mục đích:» Đưa thông tin về cải cách hành chính đến cơ sở.
«2. Nhiệm vụ cụ thể:»
- Xây dựng kịch bản; chủ trì: Phòng Nghệ thuật; phối hợp: Phòng Nghiệp vụ; thời gian: tháng 3/2026; sản phẩm: 02 kịch bản.
- Tổ chức 20 buổi lưu động; đơn vị chủ trì: Đội Tuyên truyền lưu động; thời gian: Quý II, III/2026.
- Tổng kết. Đơn vị chủ trì: Phòng Hành chính - Tổng hợp. Thời gian hoàn thành: trước ngày 20/11/2026. Sản phẩm: Báo cáo tổng kết.
«3. Kinh phí:» Nguồn chi thường xuyên năm 2026.
«4. Tổ chức thực hiện:» Các phòng căn cứ kế hoạch triển khai.
{cb}GIÁM ĐỐC
{c}ThS. Tạ Văn Mẫu
Nơi nhận:⏎- Sở VHTTDL;⏎- Các phòng, đội;⏎- Lưu: VT.
`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > TRUNG TÂM VĂN HÓA - NGHỆ THUẬT
      số: 18 / KH-TTVHNT
      ngày: Thí Dụ, 2026-02-11
      tên: KẾ HOẠCH: CÔNG TÁC TUYÊN TRUYỀN LƯU ĐỘNG NĂM 2026
      ký:  | GIÁM ĐỐC | ThS. Tạ Văn Mẫu
      nhận: Sở VHTTDL | Các phòng, đội | Lưu: VT
      mục:
      1 [Mục đích] Đưa thông tin về cải cách hành chính đến cơ sở.
      2 [Nhiệm vụ cụ thể]
      2.b1 Xây dựng kịch bản; chủ trì: Phòng Nghệ thuật; …
      2.b2 Tổ chức 20 buổi lưu động; …
      2.b3 Tổng kết. Đơn vị chủ trì: …
      3 [Kinh phí] Nguồn chi thường xuyên năm 2026.
      4 [Tổ chức thực hiện] Các phòng căn cứ kế hoạch triển khai.
      việc:
      2.b1 | Xây dựng kịch bản | Phòng Nghệ thuật | Phòng Nghiệp vụ | period 2026-03-01..2026-03-31 “tháng 3/2026” | 02 kịch bản
      2.b2 | Tổ chức 20 buổi lưu động | Đội Tuyên truyền lưu động |  | period 2026-04-01..2026-09-30 “Quý II, III/2026”
      2.b3 | Tổng kết | Phòng Hành chính - Tổng hợp |  | date 2026-11-20 “trước ngày 20/11/2026” | Báo cáo tổng kết
    `,
  },
  {
    name: "tasks as bold unnumbered lines, each with its labelled lines",
    ...inWord(
      `
| {c}UBND TỈNH THÍ DỤ¶{cb}SỞ NÔNG NGHIỆP¶{cb}VÀ MÔI TRƯỜNG | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: /KH-SNNMT¶{c}DỰ THẢO | {i}Thí Dụ, ngày … tháng … năm 2026 |
{cb}KẾ HOẠCH
{cb}Nâng cao Chỉ số hài lòng năm 2026
{b 1.0}MỤC TIÊU
Nâng tỷ lệ hài lòng lên 92%.
{b 1.0}CÁC NHIỆM VỤ
{b}Nhiệm vụ 1. Công khai thủ tục hành chính
- Chủ trì: Văn phòng Sở
- Phối hợp: Chi cục Kiểm lâm, Chi cục Thủy lợi
- Thời gian: Thường xuyên
{b}Nhiệm vụ 2. Khảo sát người dân
- Chủ trì: Văn phòng Sở
- Thời gian: 02 đợt (tháng 6 và tháng 11/2026)
- Kết quả: Báo cáo khảo sát
{b 1.0}TỔ CHỨC THỰC HIỆN
{1.1}Trưởng phòng, Chi cục trưởng triển khai thực hiện.
{1.1}Văn phòng Sở theo dõi, tổng hợp.
| {i}Nơi nhận:¶{2.0}Như trên;¶{2.0}Lưu: VT, VP. | {cb}TUQ. GIÁM ĐỐC¶{cb}CHÁNH VĂN PHÒNG¶¶{cb}Cao Thị Mẫu |
`,
      usualNumbering,
    ),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
      số: – / KH-SNNMT
      ngày: Thí Dụ, –
      tên: KẾ HOẠCH: Nâng cao Chỉ số hài lòng năm 2026
      ký: TUQ. GIÁM ĐỐC | CHÁNH VĂN PHÒNG | Cao Thị Mẫu
      nhận: Như trên | Lưu: VT, VP
      mục:
      I [MỤC TIÊU]
      I.p1 Nâng tỷ lệ hài lòng lên 92%.
      II [CÁC NHIỆM VỤ]
      II.p1 [Nhiệm vụ 1. Công khai thủ tục hành chính]
      II.p2 [Nhiệm vụ 2. Khảo sát người dân]
      III [TỔ CHỨC THỰC HIỆN]
      III.1 Trưởng phòng, Chi cục trưởng triển khai thực hiện.
      III.2 Văn phòng Sở theo dõi, tổng hợp.
      việc:
      II.p1 | Nhiệm vụ 1. Công khai thủ tục hành chính | Văn phòng Sở | Chi cục Kiểm lâm; Chi cục Thủy lợi | continuous “Thường xuyên”
      II.p2 | Nhiệm vụ 2. Khảo sát người dân | Văn phòng Sở |  | period 2026-06-01..2026-11-30 “02 đợt (tháng 6 và tháng 11/2026)” | Báo cáo khảo sát
    `,
    warnings: ["due-several@II.p2"],
  },
  {
    name: "a hard-wrapped, indented text of a ward",
    typeset: false,
    fileName: "ke-hoach.txt",
    file: async () =>
      bytesOf(`        UBND PHƯỜNG THÍ DỤ            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                           Độc lập - Tự do - Hạnh phúc
        Số: 15/KH-UBND               Thí Dụ, ngày 6 tháng 02 năm 2026

                              KẾ HOẠCH
        Tuyên truyền, phổ biến dịch vụ công trực tuyến năm 2026

    Căn cứ Kế hoạch số 36/KH-UBND ngày 03/02/2026 của Ủy ban nhân
dân tỉnh Thí Dụ về tuyên truyền cải cách hành chính tỉnh Thí Dụ năm
2026;

    Ủy ban nhân dân phường xây dựng Kế hoạch tuyên truyền, phổ biến
dịch vụ công trực tuyến như sau:

    I. MỤC ĐÍCH

    1. Nâng cao nhận thức của người dân về lợi ích của dịch vụ công
trực tuyến; giảm thời gian, chi phí đi lại.

    2. Phấn đấu năm 2026 có 80% hồ sơ được nộp trực tuyến. Đến tháng
12 đạt 85%.

    II. NHIỆM VỤ

    1. Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Trung tâm
Phục vụ hành chính công phường xây dựng 12 bản tin phát thanh, hoàn
thành trước ngày 30/11/2026.

    2. Các tổ dân phố
    - Tuyên truyền trên nhóm Zalo của tổ dân phố;
    - Vận động người dân tham gia.

    Trên đây là Kế hoạch của Ủy ban nhân dân phường./.

    Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
    - UBND tỉnh;                                 CHỦ TỊCH
    - Lưu: VT.

                                             Võ Thị Thí Dụ
`),
    expected: `
      cơ quan: – > UBND PHƯỜNG THÍ DỤ
      số: 15 / KH-UBND
      ngày: Thí Dụ, 2026-02-06
      tên: KẾ HOẠCH: Tuyên truyền, phổ biến dịch vụ công trực tuyến năm 2026
      ký: TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Võ Thị Thí Dụ
      nhận: UBND tỉnh | Lưu: VT
      dẫn: basis | Kế hoạch | 36/KH-UBND | 2026-02-03 | Ủy ban nhân dân tỉnh Thí Dụ
      mục:
      I [MỤC ĐÍCH]
      I.1 Nâng cao nhận thức của người dân về lợi ích của dịch vụ công trực tuyến; giảm thời gian, chi phí đi lại.
      I.2 Phấn đấu năm 2026 có 80% hồ sơ được nộp trực tuyến. Đến tháng 12 đạt 85%.
      II [NHIỆM VỤ]
      II.1 Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Trung tâm Phục vụ hành chính công phường xây dựng 12 bản tin phát thanh, hoàn thành trước ngày 30/11/2026.
      II.2 [Các tổ dân phố]
      II.2.b1 Tuyên truyền trên nhóm Zalo của tổ dân phố;
      II.2.b2 Vận động người dân tham gia.
      p1 Trên đây là Kế hoạch của Ủy ban nhân dân phường./.
      việc:
      II.1 | Giao Phòng Văn hóa - Xã hội chủ trì, … | Phòng Văn hóa - Xã hội | Trung tâm Phục vụ hành chính công phường | date 2026-11-30 “hoàn thành trước ngày 30/11/2026”
    `,
  },
  {
    name: "an appendix whose one column holds lead and helpers, with sub-numbers I.1 and letters, merged times",
    ...inWord(`
| {cb}ỦY BAN NHÂN DÂN¶{cb}PHƯỜNG MẪU | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: 64/KH-UBND | {i}Mẫu, ngày 14 tháng 01 năm 2026 |
{cb}KẾ HOẠCH
{cb}Cải cách hành chính phường Mẫu năm 2026
Căn cứ Quyết định số 2500/QĐ-UBND ngày 25/12/2025 của Chủ tịch UBND tỉnh, UBND phường ban hành Kế hoạch:
I. MỤC TIÊU
Giữ vững xếp hạng cải cách hành chính.
II. NHIỆM VỤ
Chi tiết tại phụ lục đính kèm.
| Nơi nhận:¶- UBND tỉnh;¶- Lưu: VT. | {cb}TM. ỦY BAN NHÂN DÂN¶{cb}CHỦ TỊCH¶¶{cb}Lương Văn Thí Dụ |
{cb}PHỤ LỤC
{cb}NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026
{ci}(Kèm theo Kế hoạch số 64/KH-UBND ngày 14/01/2026 của UBND phường Mẫu)
| TT | Nội dung, nhiệm vụ | Đơn vị thực hiện | Thời gian | Kết quả |
| A | Công tác chỉ đạo | | | |
| I.1 | Ban hành kế hoạch tuyên truyền | Chủ trì: Phòng Văn hóa - Xã hội; Phối hợp: Văn phòng | Tháng 01 | Kế hoạch |
| I.2 | Kiểm tra việc thực hiện | Chủ trì: Văn phòng HĐND và UBND¶Phối hợp: Các phòng | Quý III/2026 | Thông báo kết quả |
| B | Cải cách thủ tục hành chính | | | |
| II.1 | Niêm yết thủ tục | Trung tâm Phục vụ hành chính công | Thường xuyên | |
| II.2 | Trả lời phản ánh, kiến nghị | ^ | ^ | Văn bản trả lời |
`),
    expected: `
      cơ quan: – > ỦY BAN NHÂN DÂN PHƯỜNG MẪU
      số: 64 / KH-UBND
      ngày: Mẫu, 2026-01-14
      tên: KẾ HOẠCH: Cải cách hành chính phường Mẫu năm 2026
      ký: TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Lương Văn Thí Dụ
      nhận: UBND tỉnh | Lưu: VT
      dẫn: basis | Quyết định | 2500/QĐ-UBND | 2025-12-25 | Chủ tịch UBND tỉnh
      mục:
      I [MỤC TIÊU]
      I.p1 Giữ vững xếp hạng cải cách hành chính.
      II [NHIỆM VỤ]
      II.p1 Chi tiết tại phụ lục đính kèm.
      việc:
      PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 › Công tác chỉ đạo › I.1 | Ban hành kế hoạch tuyên truyền | Phòng Văn hóa - Xã hội | Văn phòng | period 2026-01-01..2026-01-31 “Tháng 01” | Kế hoạch
      PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 › Công tác chỉ đạo › I.2 | Kiểm tra việc thực hiện | Văn phòng HĐND và UBND | Các phòng | period 2026-07-01..2026-09-30 “Quý III/2026” | Thông báo kết quả
      PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 › Cải cách thủ tục hành chính › II.1 | Niêm yết thủ tục | Trung tâm Phục vụ hành chính công |  | continuous “Thường xuyên”
      PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 › Cải cách thủ tục hành chính › II.2 | Trả lời phản ánh, kiến nghị | Trung tâm Phục vụ hành chính công |  | continuous “Thường xuyên” | Văn bản trả lời
    `,
  },
  {
    name: "a plan in Phần I, A, 1 with a contest's schedule by day",
    fileName: "hoi-thi.txt",
    file: async () =>
      bytesOf(`UBND TỈNH THÍ DỤ
BAN TỔ CHỨC HỘI THI

Số: 03/KH-BTC
Thí Dụ, ngày 20 tháng 4 năm 2026

KẾ HOẠCH
Tổ chức Hội thi “Công chức với cải cách hành chính” năm 2026

PHẦN I
MỤC ĐÍCH, YÊU CẦU

A. Mục đích
Tạo phong trào thi đua.
B. Yêu cầu
1. Bảo đảm công bằng.
2. Tiết kiệm.

PHẦN II
NỘI DUNG

A. Thể lệ
1. Đối tượng: Công chức cấp xã.
2. Hình thức: Sân khấu hóa.
B. Lịch trình
1. Ngày 15/5/2026: Phát động Hội thi.
2. Từ ngày 01/6 đến ngày 30/6/2026: Vòng sơ khảo tại các cụm.
3. Ngày 10 tháng 9 năm 2026: Chung kết và trao giải.
C. Giải thưởng
- 01 giải Nhất;
- 02 giải Nhì.

PHẦN III
TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ: Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch tổ chức Hội thi.
2. Đề nghị Báo và Đài Phát thanh - Truyền hình tỉnh đưa tin.

Nơi nhận:
- Các cụm thi;
- Lưu: BTC.

TM. BAN TỔ CHỨC
TRƯỞNG BAN
PHÓ GIÁM ĐỐC SỞ NỘI VỤ

Đặng Thị Mẫu
`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > BAN TỔ CHỨC HỘI THI
      số: 03 / KH-BTC
      ngày: Thí Dụ, 2026-04-20
      tên: KẾ HOẠCH: Tổ chức Hội thi “Công chức với cải cách hành chính” năm 2026
      ký: TM. BAN TỔ CHỨC | TRƯỞNG BAN, PHÓ GIÁM ĐỐC SỞ NỘI VỤ | Đặng Thị Mẫu
      nhận: Các cụm thi | Lưu: BTC
      mục:
      Phần I [MỤC ĐÍCH, YÊU CẦU]
      Phần I.A [Mục đích]
      Phần I.A.p1 Tạo phong trào thi đua.
      Phần I.B [Yêu cầu]
      Phần I.B.1 Bảo đảm công bằng.
      Phần I.B.2 Tiết kiệm.
      Phần II [NỘI DUNG]
      Phần II.A [Thể lệ]
      Phần II.A.1 [Đối tượng] Công chức cấp xã.
      Phần II.A.2 [Hình thức] Sân khấu hóa.
      Phần II.B [Lịch trình]
      Phần II.B.1 [Ngày 15/5/2026] Phát động Hội thi.
      Phần II.B.2 [Từ ngày 01/6 đến ngày 30/6/2026] Vòng sơ khảo tại các cụm.
      Phần II.B.3 [Ngày 10 tháng 9 năm 2026] Chung kết và trao giải.
      Phần II.C [Giải thưởng]
      Phần II.C.b1 01 giải Nhất;
      Phần II.C.b2 02 giải Nhì.
      Phần III [TỔ CHỨC THỰC HIỆN]
      Phần III.1 [Sở Nội vụ] Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch tổ chức Hội thi.
      Phần III.2 Đề nghị Báo và Đài Phát thanh - Truyền hình tỉnh đưa tin.
      việc:
      Phần III.1 | Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch tổ chức Hội thi | Sở Nội vụ | Sở Văn hóa, Thể thao và Du lịch | none
    `,
  },
];
