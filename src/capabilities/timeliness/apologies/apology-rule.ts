/** How an agency apologises. What the law exactly asks for is for the agency to check: it is a setting. */
export interface ApologyRule {
  /** Categories of reasons, none of which can name anybody. */
  reasons: string[];
  /** Days before the promised day by which the applicant must have the apology. */
  daysBefore: number;
  mostNewDates: number;
  /** Lines of authority, from top to bottom. */
  signer: string;
  /** Whom the applicant may ask. */
  contact: string;
  ground: string;
  /** Days that an apology stands on the portal; null: until somebody takes it off. */
  publicDays: number | null;
}

/** What holds until an agency has said otherwise. */
export const usualRule: ApologyRule = {
  reasons: [
    "Hồ sơ phức tạp, cần xác minh thêm",
    "Chờ ý kiến cơ quan phối hợp",
    "Lỗi hệ thống thông tin, đường truyền",
    "Cán bộ xử lý chậm",
    "Hướng dẫn hồ sơ chưa đầy đủ, phải bổ sung",
    "Thất lạc, hư hỏng giấy tờ",
    "Thiên tai, sự cố bất khả kháng",
  ],
  daysBefore: 1,
  mostNewDates: 1,
  signer: "GIÁM ĐỐC",
  contact: "",
  ground: "Mặc định của hệ thống, cơ quan cần kiểm tra lại theo quy định đang áp dụng",
  publicDays: null,
};
