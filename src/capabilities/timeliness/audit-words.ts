import type { AuditWords } from "#platform/work/audit-words.ts";

export const auditWords: AuditWords = {
  acts: {
    "import-dossiers": "Nhập bảng hồ sơ",
    "import-dossier-counts": "Nhập bảng số tổng hợp hồ sơ",
    "undo-dossier-import": "Lấy lại một lần nhập bảng hồ sơ",
    "explain-late-dossier": "Ghi vì sao hồ sơ trễ hạn",
    "set-apology-rule": "Đặt quy tắc xin lỗi",
    "draft-apology": "Soạn thư xin lỗi",
    "approve-apology": "Duyệt thư xin lỗi",
    "send-apology": "Ghi thư xin lỗi đã gửi",
    "withdraw-apology": "Rút thư xin lỗi",
    "publish-apology": "Công khai lời xin lỗi",
    "remove-apology": "Gỡ lời xin lỗi khỏi cổng",
    "publish-dossier-figures": "Công khai số liệu tiến độ hồ sơ",
    "import-service-index": "Nhập điểm chỉ số phục vụ",
    "undo-service-index": "Lấy lại một lần nhập điểm chỉ số phục vụ",
    "praise-units": "Duyệt biểu dương đơn vị giải quyết hồ sơ đúng hạn",
    "say-dossier-control": "Ghi số của hệ thống một cửa để đối chiếu",
    "say-dossier-source": "Chọn nguồn số liệu của đơn vị trong kỳ",
  },
  objects: {
    "service-index-import": {
      name: "Lần nhập điểm chỉ số phục vụ",
      fields: { fileName: "Tệp", added: "Dòng mới", changed: "Dòng thay đổi" },
    },
    "timeliness-praise": {
      name: "Biểu dương tiến độ hồ sơ",
      fields: { period: "Kỳ", units: "Đơn vị" },
    },
    "late-dossier": {
      name: "Hồ sơ trễ hạn",
      fields: {
        code: "Mã hồ sơ",
        reason: "Nhóm lý do",
        unit: "Đơn vị chịu trách nhiệm",
        newDueOn: "Ngày hẹn mới",
      },
    },
    "apology-rule": {
      name: "Quy tắc xin lỗi",
      fields: {
        reasons: "Nhóm lý do",
        daysBefore: "Gửi trước hạn (ngày)",
        mostNewDates: "Số lần hẹn lại nhiều nhất",
        signer: "Người ký",
        contact: "Liên hệ",
        ground: "Căn cứ",
        publicDays: "Số ngày công khai",
      },
    },
    apology: {
      name: "Thư xin lỗi",
      fields: {
        code: "Mã hồ sơ",
        reason: "Lý do",
        explanation: "Giải thích",
        newDueOn: "Ngày hẹn mới",
        state: "Trạng thái",
        sentOn: "Ngày gửi",
        sentHow: "Cách gửi",
        removalReason: "Vì sao gỡ",
        unit: "Đơn vị",
      },
    },
    "timeliness-publication": {
      name: "Số liệu tiến độ đã công khai",
      fields: {
        period: "Kỳ",
        version: "Bản",
        reason: "Vì sao công khai lại",
        resolved: "Đã giải quyết",
        late: "Quá hạn",
      },
    },
    "dossier-control": {
      name: "Số đối chiếu hồ sơ",
      fields: {
        period: "Kỳ",
        carriedOver: "Kỳ trước chuyển sang",
        filed: "Tiếp nhận mới",
        resolved: "Đã giải quyết",
        pending: "Đang giải quyết",
        paused: "Tạm dừng, chờ bổ sung",
        withdrawn: "Rút, từ chối, dừng",
        source: "Nguồn",
      },
    },
    "dossier-source": {
      name: "Nguồn số liệu hồ sơ của đơn vị",
      fields: {
        period: "Kỳ",
        unit: "Đơn vị",
        source: { name: "Nguồn", values: { dossiers: "Đếm từ hồ sơ", counts: "Số tổng hợp của hệ thống" } },
      },
    },
    "dossier-import": {
      name: "Lần nhập bảng hồ sơ",
      fields: {
        fileName: "Tệp",
        period: "Kỳ",
        read: "Số dòng đã đọc",
        rejected: "Số dòng không nhận",
        added: "Hồ sơ mới",
        changed: "Hồ sơ thay đổi",
        unchanged: "Hồ sơ như cũ",
        absent: "Hồ sơ không còn trong bảng toàn bộ",
      },
    },
  },
};
