import type { AuditWords } from "#platform/work/audit-words.ts";
import { contactBasisLabels, optOutLabels, outletKindLabels, pressConsentLabels } from "./outlet.ts";

export const pressAuditActs: AuditWords["acts"] = {
  "note-outlet": "Ghi cơ quan báo chí vào sổ",
  "change-outlet": "Sửa cơ quan báo chí trong sổ",
  "note-press-contact": "Thêm địa chỉ nhận của báo chí",
  "change-press-contact": "Sửa địa chỉ nhận của báo chí",
  "record-press-consent": "Ghi sự đồng ý nhận thư báo chí",
  "withdraw-press-consent": "Thôi nhận thư báo chí",
  "erase-press-contact": "Xóa thông tin cá nhân theo yêu cầu",
  "save-press-list": "Lập, sửa nhóm nhận",
  "close-press-list": "Bỏ nhóm nhận",
  "carry-over-recipients": "Chuyển nơi nhận từ kết nối vào sổ báo chí",
  "change-release": "Chọn lại nơi nhận thông cáo",
  "send-release-on": "Gửi thông cáo tới nơi chưa nhận",
};

export const pressAuditObjects: AuditWords["objects"] = {
  "press-outlet": {
    name: "Cơ quan báo chí",
    fields: {
      name: "Tên",
      kind: { name: "Loại", values: outletKindLabels },
      address: "Địa chỉ",
      phone: "Điện thoại",
      note: "Ghi chú",
      isClosed: "Không dùng nữa",
    },
  },
  "press-contact": {
    name: "Địa chỉ nhận của báo chí",
    fields: {
      basis: { name: "Căn cứ gửi", values: contactBasisLabels },
      isClosed: "Không dùng nữa",
      newAddress: "Đổi địa chỉ thư",
      givenOn: "Ngày đồng ý",
      how: { name: "Cách đồng ý", values: pressConsentLabels },
      keptAt: "Nơi lưu",
      optedOutHow: { name: "Báo thôi nhận", values: optOutLabels },
    },
    technical: ["outletId"],
  },
  "press-list": { name: "Nhóm nhận", fields: { name: "Tên nhóm", count: "Số địa chỉ" } },
  "press-room": {
    name: "Phòng báo chí",
    fields: {
      answerHours: "Giờ trả lời báo chí",
      softBounces: "Số lần thư trả về tạm thời",
      softDays: "Trong số ngày",
    },
  },
};
