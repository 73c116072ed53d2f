import type { AuditWords } from "#platform/work/audit-words.ts";
import { units, views } from "./index-kind.ts";
import { sheetStates } from "./self-scoring/sheet-state.ts";

const value = { score: "Điểm", rank: "Hạng", edition: "Năm đánh giá", source: "Nguồn" };

export const auditWords: AuditWords = {
  acts: {
    "add-index": "Ghi chỉ số mới",
    "change-index": "Sửa chỉ số",
    "link-component": "Ghi nội dung phục vụ một thành phần",
    "save-index-entity": "Ghi đơn vị được xếp hạng",
    "record-index-result": "Ghi kết quả chỉ số",
    "correct-index-result": "Sửa kết quả chỉ số",
    "remove-index-result": "Bỏ kết quả chỉ số",
    "set-index-target": "Ghi chỉ tiêu của chỉ số",
    "remove-index-target": "Bỏ chỉ tiêu của chỉ số",
    "publish-index": "Đưa chỉ số lên cổng",
    "take-index-off": "Gỡ chỉ số khỏi cổng",
    "import-index-results": "Nhập bảng kết quả chỉ số",
    "undo-index-import": "Lấy lại một lần nhập kết quả chỉ số",
    "make-self-score": "Lập phiếu tự chấm",
    "claim-points": "Tự chấm một tiêu chí",
    "add-self-score-proof": "Gắn tài liệu kiểm chứng vào tiêu chí",
    "remove-self-score-proof": "Bỏ tài liệu kiểm chứng khỏi tiêu chí",
    "submit-self-score": "Nộp phiếu tự chấm",
    "record-appraisal": "Ghi kết quả thẩm định",
    "explain-gap": "Giải trình điểm còn thiếu",
    "export-self-score": "Tải phiếu tự chấm và tài liệu kiểm chứng",
  },
  objects: {
    index: {
      name: "Chỉ số",
      fields: {
        shortName: "Tên gọi tắt",
        name: "Tên đầy đủ",
        publisher: "Nơi công bố",
        view: { name: "Ai đánh giá", values: views },
        unit: { name: "Đơn vị đo", values: units },
        most: "Điểm cao nhất",
        breaks: "Năm đổi cách đo",
        note: "Ghi chú",
        components: "Thành phần",
        isPublic: "Ở trên cổng",
        publicSince: "Ở trên cổng từ",
      },
      technical: ["publicBy"],
    },
    "index-component": {
      name: "Thành phần của chỉ số",
      fields: { themes: "Chủ đề" },
      technical: ["obligationIds"],
    },
    "index-entity": {
      name: "Đơn vị được xếp hạng",
      fields: { name: "Tên", validFrom: "Từ ngày", validTo: "Đến hết ngày" },
    },
    "index-result": {
      name: "Kết quả chỉ số",
      fields: {
        ...value,
        ranked: "Trên tổng số",
        publishedOn: "Ngày công bố",
        url: "Đường dẫn",
        isCertain: "Đã chắc chắn",
        note: "Ghi chú",
      },
      technical: ["indexId", "entityId", "componentId"],
    },
    "index-import": {
      name: "Lần nhập kết quả chỉ số",
      fields: {
        fileName: "Tên tệp",
        added: "Số kết quả thêm",
        changed: "Số kết quả sửa",
        undone: "Số kết quả lấy lại",
        left: "Số kết quả giữ nguyên vì đã sửa sau đó",
      },
    },
    "self-score": {
      name: "Phiếu tự chấm",
      fields: {
        name: "Tên",
        edition: "Năm",
        criteria: "Số tiêu chí",
        state: { name: "Trạng thái", values: sheetStates },
        appraiser: "Cơ quan thẩm định",
        document: "Văn bản",
        heldOn: "Ngày thẩm định",
        marks: "Số tiêu chí thay đổi",
      },
      technical: ["indexId"],
    },
    "self-score-criterion": {
      name: "Tiêu chí tự chấm",
      fields: {
        number: "Số",
        claimed: "Điểm tự chấm (phần trăm của một điểm)",
        words: "Giải trình",
        gap: "Điểm còn thiếu: lý do, việc làm",
        label: "Tài liệu kiểm chứng",
        url: "Đường dẫn",
      },
    },
    "index-target": {
      name: "Chỉ tiêu của chỉ số",
      fields: value,
      technical: ["indexId", "entityId"],
    },
  },
};
