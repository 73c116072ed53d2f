import { definePolicy } from "#platform/auth/policy.ts";

/** What is paid to authors; `concerned`: who proposed it and who gets of it. */
export interface RoyaltySubject {
  agencyId: string;
  concerned?: readonly string[];
}

/** Those who order products and finance propose, leadership approves what is not its own, finance pays. */
export const royaltyPolicy = definePolicy<RoyaltySubject>()("royalty", {
  read: {
    roles: ["finance", "leadership", "office", "auditor", "editor"],
    withoutRole: "Nhuận bút do tài chính, lãnh đạo, Văn phòng, biên tập và kiểm tra xem.",
  },
  setRates: { roles: ["finance"], withoutRole: "Bộ phận tài chính - kế hoạch ghi khung nhuận bút." },
  propose: {
    roles: ["finance", "editor"],
    withoutRole: "Biên tập hoặc tài chính - kế hoạch đề xuất nhuận bút.",
  },
  decide: {
    roles: ["leadership"],
    withoutRole: "Lãnh đạo cơ quan duyệt nhuận bút.",
    unless: ({ personId }, { concerned = [] }) =>
      concerned.includes(personId)
        ? "Người đề xuất hoặc hưởng nhuận bút không tự duyệt; hãy nhờ người khác."
        : null,
  },
  /** What was approved and nobody paid is owed no more. */
  cancel: { roles: ["leadership"], withoutRole: "Lãnh đạo cơ quan hủy nhuận bút đã duyệt." },
  pay: { roles: ["finance"], withoutRole: "Bộ phận tài chính - kế hoạch trả nhuận bút." },
});
