import type { AuditWords } from "#platform/work/audit-words.ts";
import { type ContentMove, stateLabels } from "./content-item.ts";
import { contentKinds } from "./kinds/index.ts";
import { mediaSorts } from "./media-library/media-sort.ts";
import { consents, licences } from "./media-library/rights.ts";
import { channels } from "./planning/channels.ts";

const labelsOf = (words: readonly { slug: string; label: string }[]) =>
  Object.fromEntries(words.map(({ slug, label }) => [slug, label]));

const moves: Record<ContentMove, string> = {
  save: "Lưu nội dung",
  discard: "Bỏ bản nháp",
  restore: "Khôi phục bản nháp",
  submit: "Gửi duyệt",
  recall: "Rút lại nội dung",
  return: "Trả lại nội dung",
  approve: "Duyệt nội dung",
  schedule: "Hẹn đăng",
  scheduleUrgently: "Đăng khẩn",
  takeBack: "Hoàn tác việc đăng",
  publish: "Đăng nội dung",
  withdraw: "Thu hồi nội dung",
  remove: "Gỡ bỏ nội dung",
};

export const auditWords: AuditWords = {
  acts: {
    ...Object.fromEntries(Object.entries(moves).map(([move, name]) => [`${move}-content`, name])),
    "approve-step": "Duyệt một bước",
    "save-review-route": "Ghi quy trình duyệt",
    "remove-review-route": "Bỏ quy trình duyệt",
    "draft-content": "Bắt đầu nội dung",
    "link-content": "Gắn nội dung với kế hoạch",
    "correct-content": "Đề nghị đính chính",
    "accept-correction": "Duyệt đính chính",
    "refuse-correction": "Không đồng ý đính chính",
    "clear-post-check": "Hậu kiểm",
    "ask-for-content": "Xin được sửa nội dung",
    "take-over-content": "Nhận sửa thay người khác",
    "pass-on-content": "Chuyển tin, bài sang đơn vị kế tiếp",
    "upload-media": "Tải tư liệu lên",
    "describe-media": "Sửa thông tin tư liệu",
    "propose-story": "Đề xuất đề tài",
    "change-story": "Sửa đề tài",
    "drop-story": "Bỏ đề tài",
    "resume-story": "Mở lại đề tài",
    "pass-on-story": "Chuyển đề tài sang đơn vị kế tiếp",
    "add-deliverable": "Thêm sản phẩm của đề tài",
    "assign-deliverable": "Giao sản phẩm của đề tài",
    "start-deliverable": "Bắt đầu viết bài của sản phẩm",
    "link-deliverable": "Gắn bài đã có vào sản phẩm",
    "remove-deliverable": "Bỏ sản phẩm khỏi đề tài",
    "pass-on-deliverable": "Chuyển sản phẩm sang đơn vị kế tiếp",
  },
  objects: {
    content: {
      name: "Tin, bài",
      fields: {
        kind: { name: "Loại", values: labelsOf(contentKinds) },
        unitId: "Đơn vị",
        state: { name: "Trạng thái", values: stateLabels },
        personId: "Người làm",
        step: "Bước",
        inTheNameOf: "Ở bước nào, nhân danh ai",
        askedOf: "Người đang giữ bài",
        note: "Ghi chú đính chính",
        taskIds: "Nhiệm vụ",
        obligationIds: "Nghĩa vụ",
        clauseIds: "Mục của kế hoạch",
      },
      technical: ["revisionId", "liveRevisionId", "hash"],
    },
    story: {
      name: "Đề tài",
      fields: {
        title: "Tên",
        note: "Ghi chú",
        unitId: "Đơn vị",
        leadPersonId: "Người phụ trách",
        dropReason: "Lý do bỏ",
        taskIds: "Nhiệm vụ",
        obligationIds: "Nghĩa vụ",
        clauseIds: "Mục của kế hoạch",
      },
    },
    deliverable: {
      name: "Sản phẩm của đề tài",
      fields: {
        storyId: "Đề tài",
        kind: { name: "Loại", values: labelsOf(contentKinds) },
        channel: { name: "Kênh", values: labelsOf(channels) },
        unitId: "Đơn vị",
        personId: "Người làm",
        dueAt: "Hạn",
        itemId: "Tin, bài",
      },
    },
    "review-route": {
      name: "Quy trình duyệt",
      fields: {
        name: "Tên",
        kind: { name: "Loại", values: labelsOf(contentKinds) },
        unitId: "Đơn vị",
        samePerson: "Một người được quyết định nhiều bước",
        steps: "Các bước",
      },
    },
    media: {
      name: "Tư liệu",
      fields: {
        sort: { name: "Loại", values: labelsOf(mediaSorts) },
        fileName: "Tệp",
        alt: "Mô tả",
        credit: "Tác giả",
        source: "Nguồn",
        licence: { name: "Quyền sử dụng", values: labelsOf(licences) },
        consent: { name: "Đồng ý của người trong tư liệu", values: labelsOf(consents) },
        consentReference: "Căn cứ đồng ý",
        width: "Rộng (điểm ảnh)",
        height: "Cao (điểm ảnh)",
        durationMs: "Thời lượng (mili giây)",
        captions: "Phụ đề",
        transcript: "Lời thoại",
        hasSpeech: "Có lời nói",
        uploadedBy: "Người tải lên",
      },
      technical: [
        "id",
        "agencyId",
        "bytes",
        "contentType",
        "uploadedAt",
        "uploadId",
        "wordsPlain",
        "videoCodec",
        "audioCodec",
      ],
    },
  },
};
