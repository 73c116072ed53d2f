/** Why a page stands long, and what it is called. */
export const lastings = {
  procedure: "Trang thủ tục",
  static: "Trang tĩnh",
  answer: "Hỏi đáp",
  explanation: "Bài giải thích văn bản",
} as const;
export type Lasting = keyof typeof lastings;
export const lastingNames = Object.keys(lastings) as [Lasting, ...Lasting[]];

/** How many days after its last change or look a page is looked over, unless somebody says otherwise. */
export const reviewDaysOf: Record<Lasting, number> = {
  procedure: 180,
  static: 180,
  answer: 180,
  explanation: 365,
};

/** Within so many days a review is called near. */
export const NEAR_DAYS = 14;

export const reviewStates = ["due", "near", "later", "never"] as const;
export type ReviewState = (typeof reviewStates)[number];
