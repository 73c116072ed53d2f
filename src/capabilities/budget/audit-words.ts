import type { AuditWords } from "#platform/work/audit-words.ts";
import { closingStateWords } from "./closing/closing.ts";
import { proposalKindWords, proposalStateWords } from "./estimates/proposal.ts";
import { savingMeasureWords, savingStateWords } from "./savings/saving.ts";
import { entryStateWords } from "./spending/entry.ts";

const state = { name: "Trạng thái", values: proposalStateWords };
const paper = { documentNumber: "Số chứng từ", documentDay: "Ngày chứng từ" };
const decided = { state: { name: "Trạng thái", values: entryStateWords }, words: "Lý do, ý kiến" };
const amount = "Số tiền (đồng)";

export const auditWords: AuditWords = {
  acts: {
    "save-budget-source": "Ghi nguồn kinh phí",
    "save-budget-line": "Ghi dòng dự toán",
    "remove-budget-line": "Bỏ dòng dự toán",
    "save-budget-proposal": "Ghi tờ trình dự toán",
    "submit-budget-proposal": "Trình duyệt dự toán",
    "approve-budget-proposal": "Duyệt dự toán",
    "return-budget-proposal": "Trả lại tờ trình dự toán",
    "record-commitment": "Ghi cam kết chi",
    "reduce-commitment": "Hủy, giảm cam kết chi",
    "carry-commitment": "Chuyển cam kết chi sang năm sau",
    "ask-budget-closing": "Đề nghị đóng năm ngân sách",
    "decide-budget-closing": "Quyết định đóng năm ngân sách",
    "reopen-budget-year": "Mở lại năm ngân sách",
    "decide-commitment": "Quyết định cam kết chi",
    "decide-expense": "Quyết định khoản chi",
    "record-expense": "Ghi khoản chi",
    "take-back-expense": "Thu hồi khoản chi",
    "save-royalty-table": "Ghi khung nhuận bút",
    "propose-royalty": "Đề xuất nhuận bút",
    "decide-royalty": "Quyết định nhuận bút",
    "pay-royalty": "Trả nhuận bút",
    "tell-costs": "Gắn khoản chi cho sản phẩm",
    "export-royalty-bundle": "Tải hồ sơ thanh toán nhuận bút",
    "export-settlement": "Tải quyết toán kinh phí",
    "save-citizen-saving": "Ghi số liệu tiết kiệm cho người dân",
    "cancel-royalty": "Hủy nhuận bút đã duyệt",
    "decide-citizen-saving": "Quyết định số liệu tiết kiệm cho người dân",
    "withdraw-citizen-saving": "Rút số liệu tiết kiệm cho người dân",
    "add-budget-document": "Đính tệp vào hồ sơ kinh phí",
  },
  objects: {
    "budget-source": { name: "Nguồn kinh phí", fields: { name: "Tên", basis: "Căn cứ" } },
    "budget-line": {
      name: "Dòng dự toán",
      fields: { year: "Năm", name: "Nội dung chi", basis: "Cách tính" },
      technical: ["sourceId", "taskId", "obligationId"],
    },
    "budget-proposal": {
      name: "Tờ trình dự toán",
      fields: {
        year: "Năm",
        kind: { name: "Loại", values: proposalKindWords },
        title: "Tên",
        reason: "Lý do",
        changes: "Các dòng",
        state,
        amount,
        documentNumber: "Số quyết định",
        documentDay: "Ngày quyết định",
        words: "Ý kiến",
      },
    },
    "budget-commitment": {
      name: "Cam kết chi",
      fields: {
        what: "Nội dung",
        partner: "Bên nhận",
        number: "Số",
        signedOn: "Ngày ký",
        amount,
        ...decided,
      },
      technical: ["lineId"],
    },
    "budget-expense": {
      name: "Khoản chi",
      fields: { what: "Nội dung", payee: "Người nhận", paidOn: "Ngày chi", ...paper, amount, ...decided },
      technical: ["lineId", "commitmentId", "costs"],
    },
    "royalty-table": {
      name: "Khung nhuận bút",
      fields: {
        ...{ name: "Tên", basis: "Căn cứ", unitValue: "Giá trị một hệ số (đồng)", rounding: "Làm tròn đến" },
        ...{ validFrom: "Hiệu lực từ", validTo: "Hết hiệu lực sau ngày", rates: "Các bậc" },
      },
    },
    royalty: {
      name: "Nhuận bút",
      fields: {
        ...{ coefficient: "Hệ số", amount, note: "Ghi chú", shares: "Người hưởng", words: "Ý kiến" },
        ...{ ...paper, paidOn: "Ngày trả" },
        state: {
          name: "Quyết định",
          values: {
            ...{ proposed: "Đề xuất", approved: "Duyệt" },
            ...{ refused: "Không duyệt", cancelled: "Hủy" },
          },
        },
      },
      technical: ["itemId", "lineId", "rateId"],
    },
    "budget-closing": {
      name: "Đóng năm ngân sách",
      fields: {
        ...{ year: "Năm", documentNumber: "Số văn bản", documentDay: "Ngày văn bản", words: "Ý kiến" },
        state: { name: "Trạng thái", values: closingStateWords },
      },
    },
    "budget-settlement": { name: "Quyết toán kinh phí", fields: { year: "Năm", format: "Dạng tệp" } },
    "citizen-saving": {
      name: "Số liệu tiết kiệm cho người dân",
      fields: {
        ...{ period: "Kỳ", scopeName: "Phạm vi", dossiers: "Số hồ sơ", countedBy: "Nguồn số hồ sơ" },
        ...{ minutes: "Số phút mỗi hồ sơ", ways: "Lượt đi lại mỗi hồ sơ", dong: "Số tiền mỗi hồ sơ (đồng)" },
        ...{ method: "Cách tính", documentTitle: "Văn bản nguồn", documentNumber: "Số văn bản nguồn" },
        ...{ documentDay: "Ngày văn bản nguồn", link: "Liên kết", words: "Ý kiến" },
        measure: { name: "Hồ sơ được tính", values: savingMeasureWords },
        state: { name: "Trạng thái", values: savingStateWords },
      },
    },
    "budget-document": {
      name: "Tệp của hồ sơ kinh phí",
      fields: { fileName: "Tên tệp", sha256: "Mã SHA-256" },
      technical: ["ownerId"],
    },
  },
};
