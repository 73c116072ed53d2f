import { definePolicy } from "#platform/auth/policy.ts";

/** A feed that is followed; without `isOn` those of the agency as a whole. */
export interface SourceSubject {
  agencyId: string;
  isOn?: boolean;
}

const keeper = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng chọn theo dõi nguồn tin nào.",
} as const;

/** What the press writes is read by whoever works with texts; who keeps the press register chooses the feeds. */
export const sourcePolicy = definePolicy<SourceSubject>()("listening-source", {
  read: {
    roles: ["contributor", "editor", "head", "leadership", "office", "auditor"],
    withoutRole: "Chỉ người làm tin bài, lãnh đạo và kiểm tra xem theo dõi báo chí.",
  },
  add: keeper,
  /** Says how items speak, and by which words they are sorted. */
  sort: {
    roles: ["editor", "office", "leadership"],
    withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo ghi sắc thái, từ ngữ của tin.",
  },
  change: keeper,
  stop: { ...keeper, unless: (_, { isOn }) => (isOn === false ? "Nguồn tin này đã ngừng theo dõi." : null) },
  start: { ...keeper, unless: (_, { isOn }) => (isOn === true ? "Nguồn tin này đang được theo dõi." : null) },
});
