/** The sample department's 2026 plan as structured data, every clause in our own short wording. */
export interface SampleClause {
  path: string;
  label: string;
  title: string | null;
  text: string;
}

export interface SampleTask {
  clause: string;
  title: string;
  /** Slug of the leading unit; null: every unit by its function. */
  leadUnit: string | null;
  leadUnitText: string;
  deliverable: string;
  obligations: string[];
}

const heading = (path: string, title: string): SampleClause => ({
  path,
  label: `${path.split(".").length > 2 ? path.split(".").slice(1).join(".") : path.split(".").at(-1)}.`,
  title,
  text: "",
});
const numbered = (path: string, title: string, text: string): SampleClause => ({
  ...heading(path, title),
  text,
});
const paragraph = (path: string, text: string): SampleClause => ({ path, label: "", title: null, text });

/** Blank number and date, as a plan has them before the registry has issued it. */
export const samplePlan = {
  year: 2026,
  slug: "tuyen-truyen-cai-cach-hanh-chinh-2026",
  symbol: "KH-SVHTTDL",
  place: "Bắc Ninh",
  title: "Triển khai tuyên truyền cải cách hành chính năm 2026",
  signer: { authority: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], position: "PHÓ GIÁM ĐỐC", name: "Trần Thị Mẫu" },
  recipients: ["Lãnh đạo Sở", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, TTBCXB"],
  citations: [
    {
      number: "36/KH-UBND",
      date: "2026-02-03",
      issuer: "Chủ tịch UBND tỉnh Bắc Ninh",
      abstract: "Tuyên truyền cải cách hành chính tỉnh năm 2026",
      role: "basis" as const,
    },
    {
      number: "167/KH-UBND",
      date: "2025-12-17",
      issuer: "UBND tỉnh Bắc Ninh",
      abstract: "Cải cách hành chính tỉnh năm 2026",
      role: "mention" as const,
    },
  ],
};

export const sampleClauses: SampleClause[] = [
  heading("I", "Mục đích, yêu cầu"),
  heading("I.1", "Mục đích"),
  paragraph(
    "I.1.p1",
    "Làm tốt các việc được giao tại Kế hoạch số 36/KH-UBND; đưa chủ trương, chính sách, pháp luật về cải cách đến người dân kịp thời và rộng khắp.",
  ),
  paragraph(
    "I.1.p2",
    "Phát huy vai trò quản lý nhà nước trong định hướng báo chí, thông tin cơ sở, nền tảng số; chia sẻ thông tin, phản ánh đủ kết quả, tránh trùng lặp.",
  ),
  heading("I.2", "Yêu cầu"),
  paragraph(
    "I.2.p1",
    "Theo sát chỉ đạo của cấp trên và các kế hoạch của tỉnh; phù hợp chính quyền hai cấp; góp phần nâng chất lượng phục vụ và các chỉ số.",
  ),
  paragraph(
    "I.2.p2",
    "Làm thường xuyên, có trọng tâm; nội dung đúng và dễ hiểu; hình thức phong phú; khuyến khích công nghệ số và trí tuệ nhân tạo.",
  ),
  heading("II", "Nội dung tuyên truyền"),
  numbered(
    "II.1",
    "Chủ trương, chính sách",
    "Quan điểm của Đảng, chính sách của Nhà nước về cải cách; kết quả Đại hội XIV gắn với trách nhiệm của cấp ủy, chính quyền.",
  ),
  numbered(
    "II.2",
    "Chỉ đạo, điều hành",
    "Công tác điều hành cải cách; chính quyền hai cấp; tinh thần chủ động; hình ảnh nền hành chính gần dân; nâng các chỉ số của tỉnh.",
  ),
  numbered(
    "II.3",
    "Giải pháp đổi mới",
    "Cách làm mới của chính quyền và trung tâm hành chính công; chuyển đổi số an toàn; lồng ghép chính sách xã hội; nét đẹp phong tục.",
  ),
  numbered(
    "II.4",
    "Sáu lĩnh vực cải cách",
    "Tuyên truyền đều ở cả sáu lĩnh vực, nhấn vào các việc trọng tâm dưới đây.",
  ),
  numbered(
    "II.4.1",
    "Cải cách thể chế",
    "Văn bản pháp luật của tỉnh và việc thi hành; trọng tâm là bộ máy, chế độ, chống tham nhũng, doanh nghiệp.",
  ),
  numbered(
    "II.4.2",
    "Cải cách thủ tục hành chính",
    "Công khai thủ tục; biểu dương nơi đúng hạn; nêu việc chậm và xin lỗi; mức hài lòng; hồ sơ và thanh toán điện tử; phản ánh, kiến nghị.",
  ),
  heading("II.4.3", "Cải cách tổ chức bộ máy"),
  paragraph(
    "II.4.3.p1",
    "Sắp xếp tinh gọn; rà soát chức năng; chuẩn bị bầu cử; phân cấp gắn kiểm tra; trách nhiệm người đứng đầu; đổi mới cách làm việc.",
  ),
  heading("II.4.4", "Cải cách chế độ công vụ"),
  paragraph(
    "II.4.4.p1",
    "Công vụ chuyên nghiệp; tuyển dụng, bổ nhiệm công khai; vị trí việc làm; đào tạo; dữ liệu cán bộ chính xác.",
  ),
  heading("II.4.5", "Cải cách tài chính công"),
  paragraph(
    "II.4.5.p1",
    "Ngân sách công khai, tiết kiệm; tự chủ; tài sản công; kiểm soát chi và đầu tư; quy định tài chính; môi trường kinh doanh.",
  ),
  heading("II.4.6", "Chuyển đổi số"),
  paragraph(
    "II.4.6.p1",
    "Nâng tỷ lệ hồ sơ, thanh toán trực tuyến, kết quả điện tử; lợi ích, kế hoạch, hạ tầng và kỹ năng số.",
  ),
  numbered(
    "II.5",
    "Kết quả nổi bật",
    "Cách làm hay, sáng kiến; dịch vụ công trực tuyến; giải quyết nguyện vọng; biểu dương; nêu khách quan tồn tại để tháo gỡ.",
  ),
  heading("III", "Hình thức tuyên truyền"),
  heading("III.1", "Phương tiện thông tin đại chúng và nền tảng số"),
  paragraph(
    "III.1.p1",
    "Dùng báo chí, thông tin cơ sở, cổng thông tin, mạng xã hội chính danh; định hướng nội dung thống nhất.",
  ),
  paragraph(
    "III.1.p2",
    "Sản xuất tin, bài, phóng sự, video, infographic đăng trên nền tảng số; tổng hợp kết quả và đề xuất giải pháp.",
  ),
  heading("III.2", "Công khai, cập nhật thủ tục hành chính"),
  paragraph(
    "III.2.p1",
    "Niêm yết tại Bộ phận Một cửa; đăng trên hệ thống giải quyết thủ tục của tỉnh và cổng thông tin.",
  ),
  paragraph("III.2.p2", "Cập nhật đủ 100% danh mục, quy trình trên phần mềm một cửa."),
  heading("III.3", "Cổng thông tin điện tử của Sở"),
  paragraph("III.3.p1", "Đăng kịp thời quyết định công bố danh mục thủ tục."),
  paragraph("III.3.p2", "Đăng tin, bài giúp người dân, doanh nghiệp tìm hiểu chính sách."),
  paragraph("III.3.p3", "Đăng văn bản pháp luật, quy hoạch, đề án, kế hoạch của ngành."),
  heading("III.4", "Hình thức khác"),
  paragraph(
    "III.4.p1",
    "Lồng ghép trong hội nghị, sự kiện của ngành; giao lưu, trao đổi kinh nghiệm, đối thoại.",
  ),
  paragraph("III.4.p2", "Các phòng, đơn vị tham gia theo chức năng, bảo đảm thiết thực."),
  heading("IV", "Kinh phí"),
  paragraph("IV.p1", "Dùng ngân sách được giao năm 2026, quản lý theo quy định."),
  heading("V", "Tổ chức thực hiện"),
  heading("V.1", "Các phòng, đơn vị thuộc Sở"),
  paragraph("V.1.p1", "Truyền thông trong lĩnh vực phụ trách; lồng ghép vào kế hoạch công tác của đơn vị."),
  paragraph("V.1.p2", "Cung cấp tư liệu; phản ánh kết quả, mô hình hay, khó khăn, vướng mắc."),
  heading("V.2", "Phòng Thông tin, Báo chí, Xuất bản"),
  paragraph("V.2.p1", "Tham mưu thực hiện kế hoạch; hướng dẫn các phòng, đơn vị."),
  paragraph("V.2.p2", "Làm việc với báo chí, thông tin cơ sở; tăng thông tin tích cực, cách làm hay."),
  paragraph("V.2.p3", "Theo dõi, tổng hợp kết quả."),
  heading("V.3", "Văn phòng Sở"),
  paragraph("V.3.p1", "Niêm yết, công khai thủ tục ở ba nơi, thống nhất, dễ tra cứu."),
  paragraph("V.3.p2", "Cập nhật danh mục, quy trình; đăng quyết định, tin bài, văn bản, quy hoạch lên cổng."),
  paragraph("V.3.p3", "Thực hiện các việc khác thuộc trách nhiệm Văn phòng."),
  heading("V.4", "Phòng Tài chính - Kế hoạch"),
  paragraph("V.4.p1", "Bảo đảm kinh phí; quản lý tiết kiệm, hiệu quả."),
  paragraph(
    "p1",
    "Các phòng, đơn vị nghiêm túc thực hiện; có khó khăn thì báo về Sở qua Phòng Thông tin, Báo chí, Xuất bản để tổng hợp, trình Lãnh đạo Sở.",
  ),
];

const allUnits = "Các phòng, đơn vị thuộc Sở";
const ttbcxb = "Phòng Thông tin, Báo chí, Xuất bản";
const office = "Văn phòng Sở";
const finance = "Phòng Tài chính - Kế hoạch";

const task = (
  clause: string,
  title: string,
  leadUnit: string | null,
  leadUnitText: string,
  deliverable: string,
  obligations: string,
): SampleTask => ({
  clause,
  title,
  leadUnit,
  leadUnitText,
  deliverable,
  obligations: obligations.split(" "),
});

/** Every obligation is discharged by at least one task. */
export const sampleTasks: SampleTask[] = [
  task(
    "I.1",
    "Thực hiện các việc tỉnh giao, định hướng và phối hợp báo chí",
    "ttbcxb",
    ttbcxb,
    "Văn bản định hướng, bảng theo dõi việc tỉnh giao",
    "I.1-a I.1-c I.1-d I.1-e",
  ),
  task(
    "I.2",
    "Giữ chất lượng nội dung: đúng, dễ hiểu, đa dạng, không trùng",
    "ttbcxb",
    ttbcxb,
    "Lịch nội dung, phiếu kiểm tra từng sản phẩm",
    "I.2-a I.2-c I.2-d I.2-e I.2-f I.2-g I.2-h",
  ),
  task(
    "II.1",
    "Tin, bài về chủ trương, chính sách",
    "ttbcxb",
    ttbcxb,
    "Tin, bài đã đăng",
    "I.1-b II.1-a II.1-b",
  ),
  task(
    "II.2",
    "Tin, bài về chỉ đạo, điều hành và nền hành chính gần dân",
    "ttbcxb",
    ttbcxb,
    "Tin, bài đã đăng",
    "I.2-b II.2-a II.2-b II.2-c II.2-d II.2-e II.2-f",
  ),
  task(
    "II.3",
    "Tin, bài về giải pháp đổi mới",
    null,
    allUnits,
    "Tin, bài đã đăng",
    "II.3-a II.3-b II.3-c II.3-d",
  ),
  task(
    "II.4.1",
    "Tin, bài về cải cách thể chế",
    null,
    allUnits,
    "Tin, bài đã đăng",
    "II.4-a II.4.1-a II.4.1-b",
  ),
  task(
    "II.4.2",
    "Tin, bài về cải cách thủ tục hành chính",
    "van-phong",
    office,
    "Tin, bài đã đăng kèm số liệu",
    "II.4.2-a II.4.2-b II.4.2-c II.4.2-d II.4.2-e II.4.2-f II.4.2-g II.4.2-h II.4.2-i",
  ),
  task(
    "II.4.3",
    "Tin, bài về tổ chức bộ máy",
    "van-phong",
    office,
    "Tin, bài đã đăng",
    "II.4.3-a II.4.3-b II.4.3-c II.4.3-d II.4.3-e II.4.3-f",
  ),
  task(
    "II.4.4",
    "Tin, bài về chế độ công vụ",
    "van-phong",
    office,
    "Tin, bài đã đăng",
    "II.4.4-a II.4.4-b II.4.4-c II.4.4-d II.4.4-e II.4.4-f",
  ),
  task(
    "II.4.5",
    "Tin, bài về tài chính công",
    "khtc",
    finance,
    "Tin, bài đã đăng",
    "II.4.5-a II.4.5-b II.4.5-c II.4.5-d II.4.5-e II.4.5-f II.4.5-g",
  ),
  task(
    "II.4.6",
    "Tin, bài về chuyển đổi số",
    null,
    allUnits,
    "Tin, bài đã đăng",
    "II.4.6-a II.4.6-b II.4.6-c II.4.6-d II.4.6-e",
  ),
  task(
    "II.5",
    "Tin, bài về kết quả nổi bật, cách làm hay",
    "ttbcxb",
    ttbcxb,
    "Tin, bài đã đăng; sổ cách làm hay",
    "II.5-a II.5-b II.5-c II.5-d II.5-e II.5-f",
  ),
  task(
    "III.1",
    "Tuyên truyền qua báo chí, thông tin cơ sở và nền tảng số",
    "ttbcxb",
    ttbcxb,
    "Sản phẩm đã đăng trên từng kênh, bảng kết quả kỳ",
    "III.1-a III.1-b III.1-c III.1-d III.1-e",
  ),
  task(
    "III.2",
    "Công khai, cập nhật thủ tục hành chính",
    "van-phong",
    office,
    "Bảng thủ tục × nơi đăng, tỷ lệ cập nhật",
    "III.2-a III.2-b III.2-c",
  ),
  task(
    "III.3",
    "Đăng quyết định, tin bài, văn bản lên cổng thông tin của Sở",
    null,
    allUnits,
    "Địa chỉ từng nội dung đã đăng",
    "III.3-a III.3-b III.3-c III.3-d",
  ),
  task(
    "III.4",
    "Lồng ghép trong sự kiện, đối thoại với người dân, doanh nghiệp",
    null,
    allUnits,
    "Hồ sơ sự kiện, biên bản đối thoại",
    "III.4-a III.4-b III.4-c",
  ),
  task("IV", "Bảo đảm và sử dụng kinh phí", "khtc", finance, "Dự toán, chứng từ", "IV-a IV-b"),
  task(
    "V.1",
    "Đơn vị truyền thông trong lĩnh vực mình, cung cấp tư liệu, phản ánh kịp thời",
    null,
    allUnits,
    "Sản phẩm, tư liệu, phản ánh của đơn vị",
    "V.1-a V.1-b V.1-c V.1-d V.1-e",
  ),
  task(
    "V.2",
    "Tham mưu, hướng dẫn, làm việc với báo chí, tổng hợp kết quả",
    "ttbcxb",
    ttbcxb,
    "Văn bản hướng dẫn, báo cáo kỳ",
    "V.2-a V.2-b V.2-c V.2-d V.2-e",
  ),
  task(
    "V.3",
    "Công khai thủ tục ở ba nơi và đăng tải lên cổng",
    "van-phong",
    office,
    "Nhật ký niêm yết, danh mục đã đăng",
    "V.3-a V.3-b V.3-c V.3-d V.3-e",
  ),
  task(
    "V.4",
    "Bảo đảm kinh phí tiết kiệm, hiệu quả",
    "khtc",
    finance,
    "Dự toán được duyệt, chi so với dự toán",
    "V.4-a V.4-b",
  ),
  task(
    "p1",
    "Thực hiện nghiêm kế hoạch, báo và tổng hợp khó khăn, gửi nơi nhận",
    "ttbcxb",
    ttbcxb,
    "Mức hoàn thành, sổ vấn đề, danh sách gửi",
    "C-a C-b C-c C-d",
  ),
];
