import { type CorpusPlan, inWord } from "./outline.fixture.ts";

const head = (over: string, agency: string, number: string, place: string) => `
| {c}${over}¶{cb}${agency.split("\n").join("¶{cb}")} | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: ${number} | {ci}${place} |
{cb}KẾ HOẠCH`;

const committeeHead = (lines: string, number: string, place: string) => `
| {cb}${lines.split("\n").join("¶{cb}")}¶{c}Số: ${number} | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc¶{ci}${place} |
{cb}KẾ HOẠCH`;

/** Plans of further departments and communes, all invented; their readings were written before they were first read. */
export const otherOffices: CorpusPlan[] = [
  {
    name: "a health department: A, I, 1 with bases over lines, tasks in bullets that name unit and time",
    ...inWord(`${head("UBND TỈNH THÍ DỤ", "SỞ Y TẾ", "41/KH-SYT", "Thí Dụ, ngày 16 tháng 01 năm 2026")}
{cb}Truyền thông về chuyển đổi số y tế và thủ tục hành chính lĩnh vực y tế năm 2026
{i}Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;
{i}Căn cứ Quyết định số 1510/QĐ-UBND ngày 29/12/2025 của UBND tỉnh Thí Dụ về Chương trình chuyển đổi số năm 2026;
Sở Y tế ban hành Kế hoạch truyền thông với các nội dung sau:
{b}A. MỤC TIÊU
{b}I. Mục tiêu chung
Người dân biết và sử dụng sổ sức khỏe điện tử, đặt lịch khám từ xa, nộp hồ sơ cấp phép hành nghề trên môi trường mạng thay cho việc phải đến cơ quan nhiều lần.
{b}II. Mục tiêu cụ thể
1. 100% cơ sở y tế công lập có góc hướng dẫn.
2. Ít nhất 70% hồ sơ được nộp trực tuyến.
{b}B. NHIỆM VỤ
{b}I. Truyền thông trên nền tảng số
- Xây dựng chuyên mục “Y tế số” trên Trang thông tin điện tử. Đơn vị chủ trì: Văn phòng Sở. Thời gian: Quý I/2026.
- Sản xuất 06 video hướng dẫn. Đơn vị chủ trì: Trung tâm Kiểm soát bệnh tật; đơn vị phối hợp: Bệnh viện Đa khoa tỉnh. Thời gian: trước ngày 30/9/2026.
{b}II. Truyền thông trực tiếp
Tổ chức hướng dẫn tại chỗ cho người bệnh khi làm thủ tục ra viện.
{b}C. TỔ CHỨC THỰC HIỆN
1. Phòng Kế hoạch - Tài chính bố trí kinh phí.
2. Giao Văn phòng Sở tổng hợp, báo cáo Giám đốc Sở trước ngày 10/12/2026./.
| «Nơi nhận:»¶- UBND tỉnh (để b/c);¶- Các đơn vị trực thuộc;¶- Lưu: VT, VP. | {cb}KT. GIÁM ĐỐC¶{cb}PHÓ GIÁM ĐỐC¶¶{cb}Vũ Thị Thí Dụ |`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ Y TẾ
      số: 41 / KH-SYT
      ngày: Thí Dụ, 2026-01-16
      tên: KẾ HOẠCH: Truyền thông về chuyển đổi số y tế và thủ tục hành chính lĩnh vực y tế năm 2026
      ký: KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC | Vũ Thị Thí Dụ
      nhận: UBND tỉnh (để b/c) | Các đơn vị trực thuộc | Lưu: VT, VP
      dẫn: basis | Nghị quyết | 57-NQ/TW | 2024-12-22 | Bộ Chính trị
      dẫn: basis | Quyết định | 1510/QĐ-UBND | 2025-12-29 | UBND tỉnh Thí Dụ
      mục:
      A [MỤC TIÊU]
      A.I [Mục tiêu chung]
      A.I.p1 Người dân biết và sử dụng sổ sức khỏe điện tử, … đến cơ quan nhiều lần.
      A.II [Mục tiêu cụ thể]
      A.II.1 100% cơ sở y tế công lập có góc hướng dẫn.
      A.II.2 Ít nhất 70% hồ sơ được nộp trực tuyến.
      B [NHIỆM VỤ]
      B.I [Truyền thông trên nền tảng số]
      B.I.b1 Xây dựng chuyên mục “Y tế số” trên Trang thông tin điện tử. Đơn vị chủ trì: Văn phòng Sở. Thời gian: Quý I/2026.
      B.I.b2 Sản xuất 06 video hướng dẫn. Đơn vị chủ trì: Trung tâm Kiểm soát bệnh tật; … trước ngày 30/9/2026.
      B.II [Truyền thông trực tiếp]
      B.II.p1 Tổ chức hướng dẫn tại chỗ cho người bệnh khi làm thủ tục ra viện.
      C [TỔ CHỨC THỰC HIỆN]
      C.1 Phòng Kế hoạch - Tài chính bố trí kinh phí.
      C.2 Giao Văn phòng Sở tổng hợp, báo cáo Giám đốc Sở trước ngày 10/12/2026./.
      việc:
      B.I.b1 | Xây dựng chuyên mục “Y tế số” trên Trang thông tin điện tử | Văn phòng Sở |  | period 2026-01-01..2026-03-31 “Quý I/2026”
      B.I.b2 | Sản xuất 06 video hướng dẫn | Trung tâm Kiểm soát bệnh tật | Bệnh viện Đa khoa tỉnh | date 2026-09-30 “trước ngày 30/9/2026”
      C.2 | Giao Văn phòng Sở tổng hợp, báo cáo Giám đốc Sở trước ngày 10/12/2026 | Văn phòng Sở |  | date 2026-12-10 “trước ngày 10/12/2026”
    `,
  },
  {
    name: "a college: Chương and Điều, khoản with điểm, signed by the Hiệu trưởng alone",
    ...inWord(`${head("UBND TỈNH THÍ DỤ", "TRƯỜNG CAO ĐẲNG MẪU", "12/KH-CĐM", "Thí Dụ, ngày 03 tháng 03 năm 2026")}
{cb}Tổ chức tuyên truyền cải cách hành chính trong học sinh, sinh viên
{cb}Chương I
{cb}NHỮNG VẤN ĐỀ CHUNG
{b}Điều 1. Mục đích
Giúp học sinh, sinh viên hiểu quyền và nghĩa vụ khi thực hiện thủ tục hành chính, biết cách dùng dịch vụ công trực tuyến và hướng dẫn lại cho người thân trong gia đình.
{b}Điều 2. Đối tượng
Toàn thể học sinh, sinh viên, viên chức, người lao động của Trường.
{cb}Chương II
{cb}NỘI DUNG
{b}Điều 3. Hoạt động
1. Sinh hoạt đầu khóa:
a) Giới thiệu Cổng Dịch vụ công quốc gia;
b) Hướng dẫn tạo tài khoản định danh.
2. Tổ chức cuộc thi viết trong tháng 10/2026.
{b}Điều 4. Phân công
1. Phòng Công tác sinh viên chủ trì, phối hợp với Đoàn trường tổ chức cuộc thi, hoàn thành trước ngày 31/10/2026.
2. Các khoa triển khai đến từng lớp.
| «Nơi nhận:»¶- Như Điều 4;¶- Lưu: VT, CTSV. | {cb}HIỆU TRƯỞNG¶¶{cb}Trần Văn Thí Dụ |`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > TRƯỜNG CAO ĐẲNG MẪU
      số: 12 / KH-CĐM
      ngày: Thí Dụ, 2026-03-03
      tên: KẾ HOẠCH: Tổ chức tuyên truyền cải cách hành chính trong học sinh, sinh viên
      ký:  | HIỆU TRƯỞNG | Trần Văn Thí Dụ
      nhận: Như Điều 4 | Lưu: VT, CTSV
      mục:
      Chương I [NHỮNG VẤN ĐỀ CHUNG]
      Chương I.Điều 1 [Mục đích]
      Chương I.Điều 1.p1 Giúp học sinh, sinh viên hiểu quyền và nghĩa vụ … trong gia đình.
      Chương I.Điều 2 [Đối tượng]
      Chương I.Điều 2.p1 Toàn thể học sinh, sinh viên, viên chức, người lao động của Trường.
      Chương II [NỘI DUNG]
      Chương II.Điều 3 [Hoạt động]
      Chương II.Điều 3.1 [Sinh hoạt đầu khóa]
      Chương II.Điều 3.1.a Giới thiệu Cổng Dịch vụ công quốc gia;
      Chương II.Điều 3.1.b Hướng dẫn tạo tài khoản định danh.
      Chương II.Điều 3.2 Tổ chức cuộc thi viết trong tháng 10/2026.
      Chương II.Điều 4 [Phân công]
      Chương II.Điều 4.1 Phòng Công tác sinh viên chủ trì, phối hợp với Đoàn trường tổ chức cuộc thi, hoàn thành trước ngày 31/10/2026.
      Chương II.Điều 4.2 Các khoa triển khai đến từng lớp.
      việc:
      Chương II.Điều 3.2 | Tổ chức cuộc thi viết trong tháng 10/2026 |  |  | period 2026-10-01..2026-10-31 “trong tháng 10/2026”
      Chương II.Điều 4.1 | Phòng Công tác sinh viên chủ trì, phối hợp với Đoàn trường tổ chức cuộc thi, hoàn thành trước ngày 31/10/2026 | Phòng Công tác sinh viên | Đoàn trường | date 2026-10-31 “hoàn thành trước ngày 31/10/2026”
    `,
  },
  {
    name: "a commune: its committee over two lines, a table of its own columns in the appendix, groups by Roman numbers",
    ...inWord(`${committeeHead("ỦY BAN NHÂN DÂN\nXÃ BÌNH MẪU", "09/KH-UBND", "Bình Mẫu, ngày 20 tháng 01 năm 2026")}
{cb}Tuyên truyền cải cách hành chính trên địa bàn xã năm 2026
Thực hiện Kế hoạch số 36/KH-UBND ngày 15/01/2026 của UBND tỉnh Thí Dụ về tuyên truyền cải cách hành chính năm 2026, Ủy ban nhân dân xã Bình Mẫu xây dựng kế hoạch như sau:
{b}I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức của cán bộ, công chức và Nhân dân về cải cách hành chính.
2. Yêu cầu
Nội dung thiết thực, hình thức phù hợp với từng thôn.
{b}II. NỘI DUNG
Các nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.
{b}III. KINH PHÍ
Từ ngân sách xã và các nguồn hợp pháp khác.
| «Nơi nhận:»¶- UBND tỉnh;¶- TT. Đảng ủy, HĐND xã;¶- Các thôn;¶- Lưu: VT. | {cb}TM. ỦY BAN NHÂN DÂN¶{cb}CHỦ TỊCH¶¶{cb}Lê Văn Thí Dụ |
{cb}PHỤ LỤC
{cb}PHÂN CÔNG NHIỆM VỤ
{ci}(Kèm theo Kế hoạch số 09/KH-UBND ngày 20/01/2026 của UBND xã Bình Mẫu)
| {cb}TT | {cb}Nội dung công việc | {cb}Hình thức | {cb}Đơn vị thực hiện | {cb}Thời gian | {cb}Kết quả |
| {b}I | >5 {b}Trên hệ thống truyền thanh |
| 1 | Phát thanh bản tin cải cách hành chính do xã tự biên tập và tiếp sóng đài tỉnh | Loa truyền thanh | Phòng Văn hóa - Xã hội | Hằng tuần | Mỗi tuần 01 bản tin |
| 2 | Đọc thông báo thủ tục mới | ^ | ^ | Thường xuyên | |
| {b}II | >5 {b}Tại các thôn |
| 3 | Họp dân phổ biến dịch vụ công trực tuyến | Hội nghị | Trưởng các thôn | Quý II/2026 | Biên bản họp |
| 4 | Treo pa nô | Trực quan | Trung tâm Dịch vụ tổng hợp | Trước ngày 02/9/2026 | 05 pa nô |`),
    expected: `
      cơ quan: – > ỦY BAN NHÂN DÂN XÃ BÌNH MẪU
      số: 09 / KH-UBND
      ngày: Bình Mẫu, 2026-01-20
      tên: KẾ HOẠCH: Tuyên truyền cải cách hành chính trên địa bàn xã năm 2026
      ký: TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Lê Văn Thí Dụ
      nhận: UBND tỉnh | TT. Đảng ủy, HĐND xã | Các thôn | Lưu: VT
      dẫn: basis | Kế hoạch | 36/KH-UBND | 2026-01-15 | UBND tỉnh Thí Dụ
      mục:
      I [MỤC ĐÍCH, YÊU CẦU]
      I.1 [Mục đích]
      I.1.p1 Nâng cao nhận thức của cán bộ, công chức và Nhân dân về cải cách hành chính.
      I.2 [Yêu cầu]
      I.2.p1 Nội dung thiết thực, hình thức phù hợp với từng thôn.
      II [NỘI DUNG]
      II.p1 Các nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.
      III [KINH PHÍ]
      III.p1 Từ ngân sách xã và các nguồn hợp pháp khác.
      việc:
      PHỤ LỤC PHÂN CÔNG NHIỆM VỤ › Trên hệ thống truyền thanh › 1 | Phát thanh bản tin cải cách hành chính do xã tự biên tập và tiếp sóng đài tỉnh | Phòng Văn hóa - Xã hội |  | recurring week “Hằng tuần” | Mỗi tuần 01 bản tin
      PHỤ LỤC PHÂN CÔNG NHIỆM VỤ › Trên hệ thống truyền thanh › 2 | Đọc thông báo thủ tục mới | Phòng Văn hóa - Xã hội |  | continuous “Thường xuyên”
      PHỤ LỤC PHÂN CÔNG NHIỆM VỤ › Tại các thôn › 3 | Họp dân phổ biến dịch vụ công trực tuyến | Trưởng các thôn |  | period 2026-04-01..2026-06-30 “Quý II/2026” | Biên bản họp
      PHỤ LỤC PHÂN CÔNG NHIỆM VỤ › Tại các thôn › 4 | Treo pa nô | Trung tâm Dịch vụ tổng hợp |  | date 2026-09-02 “Trước ngày 02/9/2026” | 05 pa nô
    `,
  },
  {
    name: "a justice department: 1., 1.1., a) and citations with number and date inside the sentences",
    ...inWord(`${head("UBND TỈNH THÍ DỤ", "SỞ TƯ PHÁP", "77/KH-STP", "Thí Dụ, ngày 27 tháng 02 năm 2026")}
{cb}Phổ biến pháp luật về cải cách thủ tục hành chính năm 2026
{b}1. Mục đích
Phổ biến Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ và Quyết định số 250/QĐ-TTg ngày 05 tháng 02 năm 2026 của Thủ tướng Chính phủ đến người dân, doanh nghiệp.
{b}2. Nội dung
{b}2.1. Biên soạn tài liệu
a) Sổ tay hỏi - đáp về thủ tục hộ tịch, chứng thực.
Đơn vị thực hiện: Phòng Phổ biến pháp luật.
Thời gian: tháng 4/2026.
b) Tờ gấp theo Thông tư số 03/2026/TT-BTP ngày 30/01/2026 của Bộ Tư pháp.
Đơn vị thực hiện: Phòng Hành chính tư pháp.
Thời gian: tháng 5/2026.
{b}2.2. Tập huấn
Tập huấn cho công chức tư pháp - hộ tịch các xã, phường, mỗi quý 01 lớp.
{b}3. Tổ chức thực hiện
Văn phòng Sở theo dõi, đôn đốc việc thực hiện Kế hoạch này.
| «Nơi nhận:»¶- Bộ Tư pháp;¶- Lưu: VT. | {cb}GIÁM ĐỐC¶¶{cb}Phạm Thị Thí Dụ |`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ TƯ PHÁP
      số: 77 / KH-STP
      ngày: Thí Dụ, 2026-02-27
      tên: KẾ HOẠCH: Phổ biến pháp luật về cải cách thủ tục hành chính năm 2026
      ký:  | GIÁM ĐỐC | Phạm Thị Thí Dụ
      nhận: Bộ Tư pháp | Lưu: VT
      dẫn: mention | Nghị định | 118/2025/NĐ-CP | 2025-06-09 | Chính phủ
      dẫn: mention | Quyết định | 250/QĐ-TTg | 2026-02-05 | Thủ tướng Chính phủ
      dẫn: mention | Thông tư | 03/2026/TT-BTP | 2026-01-30 | Bộ Tư pháp
      mục:
      1 [Mục đích]
      1.p1 Phổ biến Nghị định số 118/2025/NĐ-CP … doanh nghiệp.
      2 [Nội dung]
      2.1 [Biên soạn tài liệu]
      2.1.a Sổ tay hỏi - đáp về thủ tục hộ tịch, chứng thực.
      2.1.b Tờ gấp theo Thông tư số 03/2026/TT-BTP ngày 30/01/2026 của Bộ Tư pháp.
      2.2 [Tập huấn]
      2.2.p1 Tập huấn cho công chức tư pháp - hộ tịch các xã, phường, mỗi quý 01 lớp.
      3 [Tổ chức thực hiện]
      3.p1 Văn phòng Sở theo dõi, đôn đốc việc thực hiện Kế hoạch này.
      việc:
      2.1.a | Sổ tay hỏi - đáp về thủ tục hộ tịch, chứng thực | Phòng Phổ biến pháp luật |  | period 2026-04-01..2026-04-30 “tháng 4/2026”
      2.1.b | Tờ gấp theo Thông tư số 03/2026/TT-BTP ngày 30/01/2026 của Bộ Tư pháp | Phòng Hành chính tư pháp |  | period 2026-05-01..2026-05-31 “tháng 5/2026”
      2.2.p1 | Tập huấn cho công chức tư pháp - hộ tịch các xã, phường, mỗi quý 01 lớp |  |  | recurring quarter “mỗi quý”
    `,
  },
  {
    name: "an education department: Phần, automatic numbers, an appendix of events by month whose lead cells are merged",
    ...inWord(
      `${head("UBND TỈNH THÍ DỤ", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "188/KH-SGDĐT", "Thí Dụ, ngày 05 tháng 02 năm 2026")}
{cb}Tuyên truyền dịch vụ công trực tuyến trong tuyển sinh năm 2026
{i}Căn cứ Thông tư số 30/2024/TT-BGDĐT ngày 30/12/2024 của Bộ Giáo dục và Đào tạo ban hành Quy chế tuyển sinh trung học cơ sở và tuyển sinh trung học phổ thông,
Sở Giáo dục và Đào tạo xây dựng Kế hoạch như sau:
{1.0 b}MỤC ĐÍCH
Phụ huynh nộp hồ sơ tuyển sinh đầu cấp trên Cổng Dịch vụ công, không phải đến trường xếp hàng, không nộp bản giấy của giấy tờ đã có trong cơ sở dữ liệu.
{1.0 b}NHIỆM VỤ
{1.1 b}Hướng dẫn phụ huynh
{2.0}Đăng video hướng dẫn;
{2.0}Bố trí tổ hỗ trợ tại trường.
{1.1 b}Tập huấn cho nhà trường
Thời gian thực hiện: từ ngày 01/4/2026 đến ngày 30/4/2026.
{1.0 b}TỔ CHỨC THỰC HIỆN
Các phòng chuyên môn, các trường căn cứ Phụ lục để thực hiện.
| «Nơi nhận:»¶- UBND các xã, phường (p/h);¶- Lưu: VT, VP. | {cb}KT. GIÁM ĐỐC¶{cb}PHÓ GIÁM ĐỐC¶¶{cb}Ngô Thị Mẫu |
{cb}Phụ lục
{cb}CÁC HOẠT ĐỘNG TUYÊN TRUYỀN
| {cb}STT | {cb}Hoạt động | {cb}Cơ quan chủ trì | {cb}Cơ quan phối hợp | {cb}Thời hạn |
| 1 | Họp báo về tuyển sinh | Văn phòng Sở | Báo và Đài Phát thanh, Truyền hình tỉnh | Tháng 3/2026 |
| 2 | Tọa đàm trên sóng truyền hình | ^ | ^ | Ngày 15/5/2026 |
| 3 | Khảo sát phụ huynh | Phòng Quản lý chất lượng | Các trường | Tháng 8/2026 |`,
      [
        [
          ["upperRoman", "%1."],
          ["decimal", "%2."],
        ],
        [["bullet", "-"]],
      ],
    ),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > SỞ GIÁO DỤC VÀ ĐÀO TẠO
      số: 188 / KH-SGDĐT
      ngày: Thí Dụ, 2026-02-05
      tên: KẾ HOẠCH: Tuyên truyền dịch vụ công trực tuyến trong tuyển sinh năm 2026
      ký: KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC | Ngô Thị Mẫu
      nhận: UBND các xã, phường (p/h) | Lưu: VT, VP
      dẫn: basis | Thông tư | 30/2024/TT-BGDĐT | 2024-12-30 | Bộ Giáo dục và Đào tạo
      mục:
      I [MỤC ĐÍCH]
      I.p1 Phụ huynh nộp hồ sơ tuyển sinh đầu cấp … trong cơ sở dữ liệu.
      II [NHIỆM VỤ]
      II.1 [Hướng dẫn phụ huynh]
      II.1.b1 Đăng video hướng dẫn;
      II.1.b2 Bố trí tổ hỗ trợ tại trường.
      II.2 [Tập huấn cho nhà trường]
      III [TỔ CHỨC THỰC HIỆN]
      III.p1 Các phòng chuyên môn, các trường căn cứ Phụ lục để thực hiện.
      việc:
      II.2 | Tập huấn cho nhà trường |  |  | period 2026-04-01..2026-04-30 “từ ngày 01/4/2026 đến ngày 30/4/2026”
      Phụ lục CÁC HOẠT ĐỘNG TUYÊN TRUYỀN › – › 1 | Họp báo về tuyển sinh | Văn phòng Sở | Báo và Đài Phát thanh, Truyền hình tỉnh | period 2026-03-01..2026-03-31 “Tháng 3/2026”
      Phụ lục CÁC HOẠT ĐỘNG TUYÊN TRUYỀN › – › 2 | Tọa đàm trên sóng truyền hình | Văn phòng Sở | Báo và Đài Phát thanh, Truyền hình tỉnh | date 2026-05-15 “Ngày 15/5/2026”
      Phụ lục CÁC HOẠT ĐỘNG TUYÊN TRUYỀN › – › 3 | Khảo sát phụ huynh | Phòng Quản lý chất lượng | Các trường | period 2026-08-01..2026-08-31 “Tháng 8/2026”
    `,
  },
  {
    name: "a ward: KT. CHỦ TỊCH, a table of duties in the body with the person in charge",
    ...inWord(`${committeeHead("ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG MẪU", "23/KH-UBND", "Đông Mẫu, ngày 11 tháng 3 năm 2026")}
{cb}Ra quân hướng dẫn nộp hồ sơ trực tuyến
{b}I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: Từ 07h30 ngày 21/3/2026.
2. Địa điểm: Nhà văn hóa các tổ dân phố trên địa bàn phường, ưu tiên nơi có nhiều người cao tuổi và khu nhà trọ công nhân.
{b}II. PHÂN CÔNG
| {cb}STT | {cb}Nội dung công việc | {cb}Người phụ trách | {cb}Hạn hoàn thành |
| 1 | Chuẩn bị tài liệu, máy tính, đường truyền tại các nhà văn hóa | Phòng Văn hóa - Xã hội | 18/3/2026 |
| 2 | Trực hướng dẫn | Đoàn Thanh niên phường | Ngày 21/3/2026 và ngày 22/3/2026 |
{b}III. TỔ CHỨC THỰC HIỆN
Đề nghị Ủy ban MTTQ phường phối hợp vận động Nhân dân tham gia.
| «Nơi nhận:»¶- Thường trực Đảng ủy;¶- Các tổ dân phố;¶- Lưu: VT. | {cb}TM. ỦY BAN NHÂN DÂN¶{cb}KT. CHỦ TỊCH¶{cb}PHÓ CHỦ TỊCH¶¶{cb}Hoàng Thị Mẫu |`),
    expected: `
      cơ quan: – > ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG MẪU
      số: 23 / KH-UBND
      ngày: Đông Mẫu, 2026-03-11
      tên: KẾ HOẠCH: Ra quân hướng dẫn nộp hồ sơ trực tuyến
      ký: TM. ỦY BAN NHÂN DÂN + KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Hoàng Thị Mẫu
      nhận: Thường trực Đảng ủy | Các tổ dân phố | Lưu: VT
      mục:
      I [THỜI GIAN, ĐỊA ĐIỂM]
      I.1 [Thời gian] Từ 07h30 ngày 21/3/2026.
      I.2 [Địa điểm] Nhà văn hóa các tổ dân phố … nhà trọ công nhân.
      II [PHÂN CÔNG]
      III [TỔ CHỨC THỰC HIỆN]
      III.p1 Đề nghị Ủy ban MTTQ phường phối hợp vận động Nhân dân tham gia.
      việc:
      II – › – › 1 | Chuẩn bị tài liệu, máy tính, đường truyền tại các nhà văn hóa | Phòng Văn hóa - Xã hội |  | date 2026-03-18 “18/3/2026”
      II – › – › 2 | Trực hướng dẫn | Đoàn Thanh niên phường |  | date 2026-03-22 “Ngày 21/3/2026 và ngày 22/3/2026”
    `,
    warnings: ["due-several@II, bảng, dòng 2"],
  },
  {
    name: "an inspectorate: Phần thứ nhất, I, 1, bullets with plus signs, signed TL.",
    ...inWord(`${head("UBND TỈNH THÍ DỤ", "THANH TRA TỈNH", "15/KH-TTr", "Thí Dụ, ngày 30 tháng 01 năm 2026")}
{cb}Tuyên truyền công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm 2026
{cb}Phần thứ nhất
{cb}MỤC ĐÍCH, YÊU CẦU
{b}I. Mục đích
Công dân biết nơi tiếp công dân, cách gửi đơn qua Cổng thông tin và thời hạn giải quyết theo quy định của pháp luật.
{b}II. Yêu cầu
- Bảo đảm đúng trọng tâm:
+ Không dàn trải;
+ Không trùng lặp.
- Bảo vệ bí mật thông tin người tố cáo.
{cb}Phần thứ hai
{cb}NỘI DUNG
{b}I. Hình thức
1. Đăng tin, bài trên Trang thông tin điện tử hằng tháng.
2. Biên soạn tờ rơi.
Đơn vị chủ trì: Phòng Nghiệp vụ 1
Đơn vị phối hợp: Văn phòng; Ban Tiếp công dân tỉnh
Thời gian hoàn thành: Quý III năm 2026
Sản phẩm: 2.000 tờ rơi
| «Nơi nhận:»¶- Thanh tra Chính phủ (b/c);¶- Lưu: VT, NV1. | {cb}TL. CHÁNH THANH TRA¶{cb}CHÁNH VĂN PHÒNG¶¶{cb}Đinh Văn Mẫu |`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > THANH TRA TỈNH
      số: 15 / KH-TTr
      ngày: Thí Dụ, 2026-01-30
      tên: KẾ HOẠCH: Tuyên truyền công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm 2026
      ký: TL. CHÁNH THANH TRA | CHÁNH VĂN PHÒNG | Đinh Văn Mẫu
      nhận: Thanh tra Chính phủ (b/c) | Lưu: VT, NV1
      mục:
      Phần thứ nhất [MỤC ĐÍCH, YÊU CẦU]
      Phần thứ nhất.I [Mục đích]
      Phần thứ nhất.I.p1 Công dân biết nơi tiếp công dân, … quy định của pháp luật.
      Phần thứ nhất.II [Yêu cầu]
      Phần thứ nhất.II.b1 Bảo đảm đúng trọng tâm:
      Phần thứ nhất.II.b1.b1 Không dàn trải;
      Phần thứ nhất.II.b1.b2 Không trùng lặp.
      Phần thứ nhất.II.b2 Bảo vệ bí mật thông tin người tố cáo.
      Phần thứ hai [NỘI DUNG]
      Phần thứ hai.I [Hình thức]
      Phần thứ hai.I.1 Đăng tin, bài trên Trang thông tin điện tử hằng tháng.
      Phần thứ hai.I.2 Biên soạn tờ rơi.
      việc:
      Phần thứ hai.I.1 | Đăng tin, bài trên Trang thông tin điện tử hằng tháng |  |  | recurring month “hằng tháng”
      Phần thứ hai.I.2 | Biên soạn tờ rơi | Phòng Nghiệp vụ 1 | Văn phòng; Ban Tiếp công dân tỉnh | period 2026-07-01..2026-09-30 “Quý III năm 2026” | 2.000 tờ rơi
    `,
  },
  {
    name: "a board of industrial zones: agency over two lines, tasks by unit in sentences, an appendix of long rows",
    ...inWord(`${head("UBND TỈNH THÍ DỤ", "BAN QUẢN LÝ\nCÁC KHU CÔNG NGHIỆP", "30/KH-BQL", "Thí Dụ, ngày 09 tháng 02 năm 2026")}
{cb}Hỗ trợ doanh nghiệp thực hiện thủ tục hành chính trên môi trường điện tử
{i}Căn cứ Luật Đầu tư số 61/2020/QH14 ngày 17/6/2020;
Ban Quản lý các khu công nghiệp ban hành Kế hoạch:
{b}I. YÊU CẦU
Doanh nghiệp chỉ khai một lần; cơ quan không yêu cầu lại giấy tờ đã có.
{b}II. NHIỆM VỤ CỦA CÁC PHÒNG
1. Văn phòng: Chủ trì, phối hợp với Phòng Đầu tư mở chuyên mục hỏi đáp, vận hành trước ngày 15/3/2026.
2. Phòng Đầu tư: Tổ chức đối thoại với doanh nghiệp 6 tháng một lần.
3. Phòng Lao động: Rà soát, cập nhật câu hỏi thường gặp.
{b}III. ĐIỀU KHOẢN THI HÀNH
Kế hoạch này được phổ biến đến từng doanh nghiệp trong các khu công nghiệp.
| «Nơi nhận:»¶- Như mục II;¶- Hiệp hội doanh nghiệp tỉnh;¶- Lưu: VT. | {cb}TRƯỞNG BAN¶¶{cb}Bùi Văn Thí Dụ |
{cb}PHỤ LỤC
{cb}LỊCH HƯỚNG DẪN TẠI CÁC KHU CÔNG NGHIỆP
| {cb}Số TT | {cb}Nội dung | {cb}Đơn vị chủ trì | {cb}Đơn vị phối hợp | {cb}Thời gian thực hiện | {cb}Ghi chú |
| 1 | Hướng dẫn cấp, điều chỉnh giấy chứng nhận đăng ký đầu tư; cách ký số hồ sơ và tra cứu tình trạng xử lý trên Cổng Dịch vụ công quốc gia | Phòng Đầu tư | Văn phòng; các công ty hạ tầng | Tháng 4/2026 | Khu A |
| 2 | Hướng dẫn báo cáo tình hình sử dụng lao động người nước ngoài | Phòng Lao động | Bảo hiểm xã hội tỉnh | Tháng 6/2026 | Khu B |`),
    expected: `
      cơ quan: UBND TỈNH THÍ DỤ > BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP
      số: 30 / KH-BQL
      ngày: Thí Dụ, 2026-02-09
      tên: KẾ HOẠCH: Hỗ trợ doanh nghiệp thực hiện thủ tục hành chính trên môi trường điện tử
      ký:  | TRƯỞNG BAN | Bùi Văn Thí Dụ
      nhận: Như mục II | Hiệp hội doanh nghiệp tỉnh | Lưu: VT
      dẫn: basis | Luật | 61/2020/QH14 | 2020-06-17 | –
      mục:
      I [YÊU CẦU]
      I.p1 Doanh nghiệp chỉ khai một lần; cơ quan không yêu cầu lại giấy tờ đã có.
      II [NHIỆM VỤ CỦA CÁC PHÒNG]
      II.1 [Văn phòng] Chủ trì, phối hợp với Phòng Đầu tư mở chuyên mục hỏi đáp, vận hành trước ngày 15/3/2026.
      II.2 [Phòng Đầu tư] Tổ chức đối thoại với doanh nghiệp 6 tháng một lần.
      II.3 [Phòng Lao động] Rà soát, cập nhật câu hỏi thường gặp.
      III [ĐIỀU KHOẢN THI HÀNH]
      III.p1 Kế hoạch này được phổ biến đến từng doanh nghiệp trong các khu công nghiệp.
      việc:
      II.1 | Chủ trì, phối hợp với Phòng Đầu tư mở chuyên mục hỏi đáp, vận hành trước ngày 15/3/2026 | Văn phòng | Phòng Đầu tư | date 2026-03-15 “trước ngày 15/3/2026”
      II.2 | Tổ chức đối thoại với doanh nghiệp 6 tháng một lần | Phòng Đầu tư |  | recurring half-year “6 tháng một lần”
      PHỤ LỤC LỊCH HƯỚNG DẪN TẠI CÁC KHU CÔNG NGHIỆP › – › 1 | Hướng dẫn cấp, điều chỉnh giấy chứng nhận … Cổng Dịch vụ công quốc gia | Phòng Đầu tư | Văn phòng; các công ty hạ tầng | period 2026-04-01..2026-04-30 “Tháng 4/2026”
      PHỤ LỤC LỊCH HƯỚNG DẪN TẠI CÁC KHU CÔNG NGHIỆP › – › 2 | Hướng dẫn báo cáo tình hình sử dụng lao động người nước ngoài | Phòng Lao động | Bảo hiểm xã hội tỉnh | period 2026-06-01..2026-06-30 “Tháng 6/2026”
    `,
  },
];
