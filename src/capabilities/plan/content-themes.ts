/**
 * What is communicated about administrative reform: the themes that a content item carries. Slugs are stable;
 * a theme that is over keeps its slug and gets `validTo`, after which "no item" needs no reason.
 */
export interface ContentTheme {
  slug: string;
  label: string;
  group: "policy" | "steering" | "innovation" | "pillar" | "results";
  /** Clause of the department's 2026 plan that names it. */
  clause: string;
  /** Last day (ISO date) on which an item is expected. */
  validTo?: string;
}

export const themeGroups: Record<ContentTheme["group"], string> = {
  policy: "Chủ trương, chính sách",
  steering: "Chỉ đạo, điều hành",
  innovation: "Đổi mới, sáng tạo",
  pillar: "Sáu lĩnh vực cải cách",
  results: "Kết quả nổi bật",
};

const theme = (slug: string, label: string, clause: string, validTo?: string): ContentTheme => ({
  slug,
  label,
  group: slug.split(".")[0] as ContentTheme["group"],
  clause,
  ...(validTo && { validTo }),
});

export const contentThemes: ContentTheme[] = [
  theme("policy", "Chủ trương, chính sách về cải cách hành chính", "II.1"),
  theme("policy.party-congress-14", "Kết quả Đại hội XIV của Đảng", "II.1"),
  theme("policy.party-government-responsibility", "Trách nhiệm của cấp ủy, chính quyền", "II.1"),
  theme("steering", "Chỉ đạo, điều hành cải cách hành chính", "II.2"),
  theme("steering.two-tier", "Chính quyền địa phương 02 cấp", "II.2"),
  theme("steering.proactive-agencies", "Cơ quan chủ động, sáng tạo, linh hoạt", "II.2"),
  theme("steering.close-to-people", "Nền hành chính gần dân", "II.2"),
  theme("steering.political-will", "Quyết tâm chính trị, gắn với mục tiêu kinh tế - xã hội", "II.2"),
  theme("steering.indices", "Các chỉ số PAR INDEX, PCI, PAPI, SIPAS", "II.2"),
  theme("innovation", "Giải pháp đổi mới, sáng tạo", "II.3"),
  theme("innovation.local-government-operation", "Vận hành chính quyền địa phương", "II.3"),
  theme("innovation.public-service-centre", "Trung tâm Phục vụ hành chính công", "II.3"),
  theme("innovation.it-cybersecurity", "Chuyển đổi số gắn với an toàn, an ninh mạng", "II.3"),
  theme("innovation.social-policies", "Lồng ghép chính sách xã hội", "II.3"),
  theme("innovation.good-customs", "Phát huy thuần phong mỹ tục", "II.3"),
  theme("innovation.disadvantaged-areas", "Địa bàn còn khó khăn", "II.3"),
  theme("pillar.institutions", "Cải cách thể chế", "II.4.1"),
  theme("pillar.institutions.provincial-legal-documents", "Văn bản quy phạm pháp luật của tỉnh", "II.4.1"),
  theme("pillar.institutions.law-enforcement", "Tổ chức thi hành pháp luật", "II.4.1"),
  theme("pillar.institutions.organisation-rules", "Quy định về tổ chức, bộ máy", "II.4.1"),
  theme("pillar.institutions.benefit-policies", "Quy định về chế độ, chính sách", "II.4.1"),
  theme("pillar.institutions.anti-corruption", "Quy định về phòng, chống tham nhũng", "II.4.1"),
  theme("pillar.institutions.enterprise-activity", "Quy định về hoạt động doanh nghiệp", "II.4.1"),
  theme("pillar.procedures", "Cải cách thủ tục hành chính", "II.4.2"),
  theme("pillar.procedures.reform-targets", "Mục tiêu, nhiệm vụ cải cách TTHC", "II.4.2"),
  theme("pillar.procedures.disclosure", "Công khai TTHC", "II.4.2"),
  theme("pillar.procedures.on-time-praise", "Biểu dương giải quyết đúng và trước hạn", "II.4.2"),
  theme("pillar.procedures.late-apology", "Chậm muộn và xin lỗi", "II.4.2"),
  theme("pillar.procedures.satisfaction", "Mức độ hài lòng", "II.4.2"),
  theme("pillar.procedures.e-circulation", "Luân chuyển hồ sơ điện tử", "II.4.2"),
  theme("pillar.procedures.online-payment", "Thanh toán trực tuyến", "II.4.2"),
  theme("pillar.procedures.feedback", "Phản ánh, kiến nghị về TTHC", "II.4.2"),
  theme("pillar.apparatus", "Cải cách tổ chức bộ máy", "II.4.3"),
  theme("pillar.apparatus.streamlining", "Sắp xếp bộ máy tinh gọn", "II.4.3"),
  theme("pillar.apparatus.functions-review", "Rà soát chức năng, nhiệm vụ", "II.4.3"),
  theme(
    "pillar.apparatus.elections-2026",
    "Bầu cử Quốc hội khóa XVI và HĐND các cấp",
    "II.4.3",
    "2026-03-31",
  ),
  theme("pillar.apparatus.decentralisation", "Phân cấp, phân quyền gắn với kiểm tra", "II.4.3"),
  theme("pillar.apparatus.head-accountability", "Trách nhiệm người đứng đầu", "II.4.3"),
  theme("pillar.apparatus.working-methods", "Đổi mới phương thức làm việc", "II.4.3"),
  theme("pillar.civil-service", "Cải cách chế độ công vụ", "II.4.4"),
  theme("pillar.civil-service.professional", "Nền công vụ chuyên nghiệp", "II.4.4"),
  theme("pillar.civil-service.fair-appointment", "Tuyển dụng, bổ nhiệm công khai", "II.4.4"),
  theme("pillar.civil-service.job-positions", "Đề án vị trí việc làm", "II.4.4"),
  theme("pillar.civil-service.training", "Đào tạo, bồi dưỡng, đạo đức công vụ", "II.4.4"),
  theme("pillar.civil-service.personnel-data", "Dữ liệu cán bộ, công chức, viên chức", "II.4.4"),
  theme("pillar.public-finance", "Cải cách tài chính công", "II.4.5"),
  theme("pillar.public-finance.budget-allocation", "Phân bổ, sử dụng ngân sách", "II.4.5"),
  theme("pillar.public-finance.autonomy", "Tự chủ tài chính", "II.4.5"),
  theme("pillar.public-finance.public-assets", "Tài sản công, vốn đầu tư công", "II.4.5"),
  theme("pillar.public-finance.spending-control", "Kiểm soát chi và giải ngân", "II.4.5"),
  theme("pillar.public-finance.finance-rules", "Quy định, định mức tài chính", "II.4.5"),
  theme("pillar.public-finance.soe-business-pci", "Doanh nghiệp nhà nước, môi trường đầu tư, PCI", "II.4.5"),
  theme("pillar.digital", "Chuyển đổi số trong cơ quan nhà nước", "II.4.6"),
  theme("pillar.digital.online-rates", "Hồ sơ, thanh toán trực tuyến, kết quả điện tử", "II.4.6"),
  theme("pillar.digital.benefits", "Lợi ích của chuyển đổi số", "II.4.6"),
  theme("pillar.digital.plans-dti", "Kế hoạch, bộ chỉ số chuyển đổi số", "II.4.6"),
  theme("pillar.digital.infrastructure-5g", "Hạ tầng số, phủ sóng 5G", "II.4.6"),
  theme("pillar.digital.skills", "Kỹ năng số của cán bộ, công chức", "II.4.6"),
  theme("results", "Kết quả nổi bật, cách làm hay", "II.5"),
  theme("results.good-practice", "Mô hình, sáng kiến", "II.5"),
  theme("results.online-services", "Dịch vụ công trực tuyến, số hóa công việc", "II.5"),
  theme("results.responding", "Giải quyết kiến nghị, nguyện vọng chính đáng", "II.5"),
  theme("results.commendation", "Biểu dương tập thể, cá nhân", "II.5"),
  theme("results.shortcomings", "Tồn tại, hạn chế, khó khăn", "II.5"),
];

const bySlug = new Map(contentThemes.map((entry) => [entry.slug, entry]));

/** Label of a theme for screens; the slug itself when it is not known. */
export const themeLabel = (slug: string): string => bySlug.get(slug)?.label ?? slug;

export const isContentTheme = (slug: string): boolean => bySlug.has(slug);
