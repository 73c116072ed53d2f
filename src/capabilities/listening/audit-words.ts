import type { AuditWords } from "#platform/work/audit-words.ts";
import { incidentStates } from "./incidents/incident.ts";
import { tones } from "./sorting/tone.ts";
import { sourceKindLabels } from "./sources/source.ts";

export const auditWords: AuditWords = {
  acts: {
    "add-listening-source": "Theo dõi nguồn tin",
    "change-listening-source": "Sửa nguồn tin theo dõi",
    "move-listening-source": "Nguồn tin chuyển sang địa chỉ mới",
    "stop-listening-source": "Ngừng theo dõi nguồn tin",
    "start-listening-source": "Theo dõi lại nguồn tin",
    "mark-listening-tone": "Ghi sắc thái của tin báo chí",
    "set-listening-words": "Đặt từ ngữ xếp chủ đề tin báo chí",
    "set-incident-rule": "Đặt số giờ trả lời báo chí phê bình",
    "open-listening-incident": "Mở vụ việc báo chí phê bình",
    "assign-listening-incident": "Giao vụ việc báo chí phê bình",
    "answer-listening-incident": "Ghi trả lời báo chí phê bình",
    "close-listening-incident": "Khép lại vụ việc báo chí phê bình",
  },
  objects: {
    "listening-item": {
      name: "Tin báo chí",
      fields: { tone: { name: "Sắc thái", values: tones } },
    },
    "listening-words": { name: "Từ ngữ xếp chủ đề", fields: { theme: "Chủ đề", words: "Từ ngữ" } },
    "listening-setting": {
      name: "Cách theo dõi báo chí",
      fields: { hours: "Số giờ trả lời", ground: "Căn cứ" },
    },
    "listening-incident": {
      name: "Vụ việc báo chí phê bình",
      fields: {
        title: "Nội dung",
        url: "Đường dẫn",
        handlerId: "Người xử lý",
        dueAt: "Trả lời trước",
        answer: "Trả lời",
        answerUrl: "Nơi đăng trả lời",
        result: "Kết quả",
        state: { name: "Trạng thái", values: incidentStates },
      },
    },
    "listening-source": {
      name: "Nguồn tin theo dõi",
      fields: {
        name: "Tên",
        kind: { name: "Loại", values: sourceKindLabels },
        url: "Địa chỉ",
      },
    },
  },
};
