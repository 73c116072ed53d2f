import type { AuditWords } from "#platform/work/audit-words.ts";
import { enquiryStateLabels, enquiryWayLabels } from "./enquiries/enquiry.ts";
import { acknowledgedLabels } from "./letters/letter.ts";
import { contactBasisLabels, optOutLabels, outletKindLabels, pressConsentLabels } from "./outlet.ts";
import { standingLabels } from "./spokespeople/spokesperson.ts";

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
  "draft-press-letter": "Soạn thư định hướng gửi báo chí",
  "change-press-letter": "Sửa thư định hướng gửi báo chí",
  "drop-press-letter": "Bỏ thư định hướng chưa gửi",
  "send-press-letter": "Duyệt gửi thư định hướng",
  "chase-press-letter": "Nhắc nơi chưa xác nhận thư định hướng",
  "acknowledge-press-letter": "Nơi nhận xác nhận thư định hướng",
  "note-enquiry": "Ghi yêu cầu của báo chí",
  "assign-enquiry": "Giao theo dõi trả lời báo chí",
  "close-enquiry": "Ghi kết quả trả lời báo chí",
  "set-answer-rule": "Đặt giờ trả lời báo chí",
  "export-enquiries": "Tải sổ yêu cầu của báo chí",
  "appoint-spokesperson": "Ghi người phát ngôn",
  "change-spokesperson": "Sửa mục trong sổ người phát ngôn",
  "end-spokesperson": "Ghi thôi phát ngôn",
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
  "press-letter": {
    name: "Thư định hướng gửi báo chí",
    fields: {
      title: "Tên thư",
      body: "Nội dung",
      count: "Số nơi",
      acknowledgedHow: { name: "Xác nhận bằng cách", values: acknowledgedLabels },
    },
    technical: ["contactId"],
  },
  "press-enquiry": {
    name: "Yêu cầu của báo chí",
    fields: {
      subject: "Về việc",
      outletName: "Cơ quan báo chí",
      way: { name: "Cách hỏi", values: enquiryWayLabels },
      receivedAt: "Nhận lúc",
      dueAt: "Hạn trả lời",
      handlerId: "Người theo dõi",
      outcome: { name: "Kết quả", values: enquiryStateLabels },
      closedAt: "Khép lại lúc",
      words: "Nội dung trả lời, lý do",
      forwardedTo: "Chuyển đến",
      fileName: "Tệp",
      sha256: "Mã SHA-256",
    },
    technical: ["outletId", "spokespersonId"],
  },
  spokesperson: {
    name: "Người phát ngôn",
    fields: {
      name: "Họ tên",
      position: "Chức vụ",
      standing: { name: "Tư cách", values: standingLabels },
      matter: "Vụ việc",
      topics: "Lĩnh vực",
      decision: "Văn bản giao, số",
      decisionOn: "Văn bản giao, ngày",
      fromDate: "Từ ngày",
      toDate: "Đến hết ngày",
      endedReason: "Lý do thôi trước hạn",
      phone: "Điện thoại",
      email: "Thư điện tử",
      isPublic: "Công khai trên cổng",
    },
    technical: ["personId"],
  },
  "press-list": { name: "Nhóm nhận", fields: { name: "Tên nhóm", count: "Số địa chỉ" } },
  "press-room": {
    name: "Phòng báo chí",
    fields: {
      answerHours: "Giờ trả lời báo chí",
      skipsDaysOff: "Không tính ngày nghỉ",
      warnHours: "Báo trước (giờ)",
      basis: "Căn cứ",
      count: "Số mục",
    },
  },
};
