import type { AuditWords } from "#platform/work/audit-words.ts";
import { sides } from "./life-events/side.ts";
import { stateLabels } from "./procedure-state.ts";
import { partLabels } from "./record-words.ts";

export const auditWords: AuditWords = {
  acts: {
    "add-procedure": "Ghi thủ tục vào sổ",
    "save-procedure": "Ghi bản mới của thủ tục",
    "repeal-procedure": "Ghi thủ tục bị bãi bỏ",
    "pause-procedure": "Tạm dừng thủ tục",
    "resume-procedure": "Cho thực hiện lại thủ tục",
    "keep-procedure-form": "Đưa tệp biểu mẫu lên",
    "set-kiosk": "Đặt màn hình tra cứu ở quầy",
    "import-procedures": "Nhập danh mục thủ tục từ tệp",
    "undo-procedure-import": "Lấy lại lần nhập danh mục thủ tục",
    "add-procedure-decision": "Ghi quyết định công bố thủ tục",
    "change-procedure-decision": "Sửa quyết định công bố thủ tục",
    "confirm-procedure-decision": "Xác nhận quyết định công bố thủ tục",
    "announce-procedure-decision": "Ghi hình thức công bố quyết định",
    "prove-by-procedure-decision": "Ghi quyết định làm minh chứng của kế hoạch",
    "save-posting-places": "Đặt nơi công khai thủ tục",
    "record-posting": "Ghi thủ tục đã công khai",
    "drop-posting": "Bỏ minh chứng công khai thủ tục",
    "take-procedure-snapshot": "Đối chiếu danh mục với một nơi công khai",
    "save-life-event": "Ghi sự kiện để tìm thủ tục",
    "remove-life-event": "Bỏ sự kiện để tìm thủ tục",
    "drop-procedure-snapshot": "Bỏ bản chụp danh mục",
  },
  objects: {
    "life-event": {
      name: "Sự kiện để tìm thủ tục",
      fields: {
        name: "Tên",
        side: { name: "Của ai", values: sides },
        summary: "Lời dẫn",
        position: "Thứ tự",
        procedureIds: "Thủ tục cần làm",
      },
    },
    procedure: {
      name: "Thủ tục hành chính",
      fields: {
        ...partLabels,
        code: "Mã thủ tục",
        version: "Bản",
        validFrom: "Áp dụng từ",
        state: { name: "Trạng thái", values: stateLabels },
        repealedOn: "Bãi bỏ từ ngày",
        successor: "Thủ tục thay thế",
        postingPlace: "Nơi công khai",
        postingAct: { name: "Việc", values: { posted: "Đã công khai", removed: "Đã gỡ" } },
        changed: "Mục thay đổi",
        seenOn: "Ngày",
        url: "Địa chỉ",
        fileName: "Tệp",
      },
    },
    "procedure-form": {
      name: "Tệp biểu mẫu",
      fields: { fileName: "Tệp", bytes: "Dung lượng (byte)", sha256: "Mã kiểm tra SHA-256" },
    },
    kiosk: {
      name: "Màn hình tra cứu ở quầy",
      fields: { message: "Lời chào", idleSeconds: "Thời gian chờ (giây)" },
    },
    "procedure-import": {
      name: "Lần nhập danh mục thủ tục",
      fields: {
        fileName: "Tệp",
        isFull: "Danh mục đầy đủ",
        added: "Số thủ tục mới",
        changed: "Số thủ tục thay đổi",
        repealed: "Số thủ tục bãi bỏ",
        bad: "Số dòng chưa đúng",
        procedures: "Số thủ tục trở lại như trước",
      },
    },
    "procedure-decision": {
      name: "Quyết định công bố thủ tục",
      fields: {
        number: "Số, ký hiệu",
        issuedOn: "Ngày ban hành",
        effectiveOn: "Có hiệu lực từ",
        note: "Ghi chú",
        rows: "Số dòng",
        forms: "Hình thức công bố",
        obligations: "Nghĩa vụ",
      },
    },
    "procedure-snapshot": {
      name: "Bản chụp danh mục thủ tục",
      fields: {
        postingPlace: "Nơi công khai",
        asOf: "Ngày của danh mục",
        isFull: "Danh mục đầy đủ",
        fileName: "Tệp",
        rows: "Số dòng đọc được",
        bad: "Số dòng chưa đúng",
      },
    },
    "posting-place": { name: "Nơi công khai thủ tục", fields: { places: "Các nơi" } },
  },
};
