export const caseStateNames = ["draft", "submitted", "approved", "returned"] as const;
export type CaseState = (typeof caseStateNames)[number];
export const caseStates: Record<CaseState, string> = {
  draft: "Bản thảo",
  submitted: "Chờ duyệt",
  approved: "Đã duyệt",
  returned: "Trả lại để sửa",
};

/** Which side of a case a picture shows. */
export type PhotoShows = "before" | "after";

/** The words of a case that are looked through for personal data, by field. */
export const caseWords = {
  title: "Tên trường hợp",
  beforeWords: "Trước khi xử lý",
  doneWords: "Đã làm gì",
  resultWords: "Kết quả",
} as const;
export type CaseField = keyof typeof caseWords;
export const caseFields = Object.keys(caseWords) as CaseField[];

/** Words may be changed. */
export const isOpenToWrite = (state: CaseState): boolean => state === "draft" || state === "returned";
