/**
 * What is communicated about administrative reform: the themes that a content item carries. Slugs are stable;
 * a theme that is over keeps its slug and gets `validTo`, after which "no item" needs no reason.
 */
export interface ContentTheme {
  slug: string;
  label: string;
  group: "policy" | "steering" | "innovation" | "pillar" | "results";
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

const theme = (slug: string, label: string, validTo?: string): ContentTheme => ({
  slug,
  label,
  group: slug.split(".")[0] as ContentTheme["group"],
  ...(validTo && { validTo }),
});

export const contentThemes: ContentTheme[] = [
  theme("policy", "Chủ trương, chính sách về cải cách hành chính"),
  theme("policy.party-congress-14", "Kết quả Đại hội XIV của Đảng"),
  theme("policy.party-government-responsibility", "Trách nhiệm của cấp ủy, chính quyền"),
  theme("steering", "Chỉ đạo, điều hành cải cách hành chính"),
  theme("steering.two-tier", "Chính quyền địa phương 02 cấp"),
  theme("steering.proactive-agencies", "Cơ quan chủ động, sáng tạo, linh hoạt"),
  theme("steering.close-to-people", "Nền hành chính gần dân"),
  theme("steering.political-will", "Quyết tâm chính trị, gắn với mục tiêu kinh tế - xã hội"),
  theme("steering.indices", "Các chỉ số PAR INDEX, PCI, PAPI, SIPAS"),
  theme("innovation", "Giải pháp đổi mới, sáng tạo"),
  theme("innovation.local-government-operation", "Vận hành chính quyền địa phương"),
  theme("innovation.public-service-centre", "Trung tâm Phục vụ hành chính công"),
  theme("innovation.it-cybersecurity", "Chuyển đổi số gắn với an toàn, an ninh mạng"),
  theme("innovation.social-policies", "Lồng ghép chính sách xã hội"),
  theme("innovation.good-customs", "Phát huy thuần phong mỹ tục"),
  theme("innovation.disadvantaged-areas", "Địa bàn còn khó khăn"),
  theme("pillar.institutions", "Cải cách thể chế"),
  theme("pillar.institutions.provincial-legal-documents", "Văn bản quy phạm pháp luật của tỉnh"),
  theme("pillar.institutions.law-enforcement", "Tổ chức thi hành pháp luật"),
  theme("pillar.institutions.organisation-rules", "Quy định về tổ chức, bộ máy"),
  theme("pillar.institutions.benefit-policies", "Quy định về chế độ, chính sách"),
  theme("pillar.institutions.anti-corruption", "Quy định về phòng, chống tham nhũng"),
  theme("pillar.institutions.enterprise-activity", "Quy định về hoạt động doanh nghiệp"),
  theme("pillar.procedures", "Cải cách thủ tục hành chính"),
  theme("pillar.procedures.reform-targets", "Mục tiêu, nhiệm vụ cải cách TTHC"),
  theme("pillar.procedures.disclosure", "Công khai TTHC"),
  theme("pillar.procedures.on-time-praise", "Biểu dương giải quyết đúng và trước hạn"),
  theme("pillar.procedures.late-apology", "Chậm muộn và xin lỗi"),
  theme("pillar.procedures.satisfaction", "Mức độ hài lòng"),
  theme("pillar.procedures.e-circulation", "Luân chuyển hồ sơ điện tử"),
  theme("pillar.procedures.online-payment", "Thanh toán trực tuyến"),
  theme("pillar.procedures.feedback", "Phản ánh, kiến nghị về TTHC"),
  theme("pillar.apparatus", "Cải cách tổ chức bộ máy"),
  theme("pillar.apparatus.streamlining", "Sắp xếp bộ máy tinh gọn"),
  theme("pillar.apparatus.functions-review", "Rà soát chức năng, nhiệm vụ"),
  theme("pillar.apparatus.elections-2026", "Bầu cử Quốc hội khóa XVI và HĐND các cấp", "2026-03-31"),
  theme("pillar.apparatus.decentralisation", "Phân cấp, phân quyền gắn với kiểm tra"),
  theme("pillar.apparatus.head-accountability", "Trách nhiệm người đứng đầu"),
  theme("pillar.apparatus.working-methods", "Đổi mới phương thức làm việc"),
  theme("pillar.civil-service", "Cải cách chế độ công vụ"),
  theme("pillar.civil-service.professional", "Nền công vụ chuyên nghiệp"),
  theme("pillar.civil-service.fair-appointment", "Tuyển dụng, bổ nhiệm công khai"),
  theme("pillar.civil-service.job-positions", "Đề án vị trí việc làm"),
  theme("pillar.civil-service.training", "Đào tạo, bồi dưỡng, đạo đức công vụ"),
  theme("pillar.civil-service.personnel-data", "Dữ liệu cán bộ, công chức, viên chức"),
  theme("pillar.public-finance", "Cải cách tài chính công"),
  theme("pillar.public-finance.budget-allocation", "Phân bổ, sử dụng ngân sách"),
  theme("pillar.public-finance.autonomy", "Tự chủ tài chính"),
  theme("pillar.public-finance.public-assets", "Tài sản công, vốn đầu tư công"),
  theme("pillar.public-finance.spending-control", "Kiểm soát chi và giải ngân"),
  theme("pillar.public-finance.finance-rules", "Quy định, định mức tài chính"),
  theme("pillar.public-finance.soe-business-pci", "Doanh nghiệp nhà nước, môi trường đầu tư, PCI"),
  theme("pillar.digital", "Chuyển đổi số trong cơ quan nhà nước"),
  theme("pillar.digital.online-rates", "Hồ sơ, thanh toán trực tuyến, kết quả điện tử"),
  theme("pillar.digital.benefits", "Lợi ích của chuyển đổi số"),
  theme("pillar.digital.plans-dti", "Kế hoạch, bộ chỉ số chuyển đổi số"),
  theme("pillar.digital.infrastructure-5g", "Hạ tầng số, phủ sóng 5G"),
  theme("pillar.digital.skills", "Kỹ năng số của cán bộ, công chức"),
  theme("results", "Kết quả nổi bật, cách làm hay"),
  theme("results.good-practice", "Mô hình, sáng kiến"),
  theme("results.online-services", "Dịch vụ công trực tuyến, số hóa công việc"),
  theme("results.responding", "Giải quyết kiến nghị, nguyện vọng chính đáng"),
  theme("results.commendation", "Biểu dương tập thể, cá nhân"),
  theme("results.shortcomings", "Tồn tại, hạn chế, khó khăn"),
];

const bySlug = new Map(contentThemes.map((entry) => [entry.slug, entry]));

/** Label of a theme for screens; the slug itself when it is not known. */
export const themeLabel = (slug: string): string => bySlug.get(slug)?.label ?? slug;

export const isContentTheme = (slug: string): boolean => bySlug.has(slug);
