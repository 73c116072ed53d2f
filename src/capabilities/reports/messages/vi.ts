import type { ReportMove, ReportState } from "../report.ts";

/** State words of a report, the same in lists, on its page and in refusals. */
export const stateWords: Record<ReportState, string> = {
  collecting: "Đang thu thập số liệu",
  frozen: "Đã chốt số liệu",
  drafted: "Đã có dự thảo",
  reviewed: "Đã soát",
  "signed-off": "Đã ký duyệt",
  submitted: "Đã ban hành",
};

/** What a person does, as it stands in "không … được". */
export const moveWords: Record<ReportMove, string> = {
  freeze: "chốt số liệu",
  reopen: "thu thập lại số liệu",
  draft: "lập dự thảo",
  edit: "sửa văn bản",
  "accept-number": "giữ số khác số liệu đã chốt",
  review: "xác nhận đã soát",
  return: "trả lại để sửa",
  "sign-off": "ký duyệt",
  submit: "ghi số, ngày ban hành",
  "correct-issue": "sửa số, ngày ban hành",
  "record-copy": "ghi bản PDF đã ký",
};
