import type { AuditWords } from "#platform/work/audit-words.ts";
import { accountStateLabels, wayLabels } from "./accounts/account.ts";
import { networks } from "./networks/index.ts";
import { webhookKinds } from "./webhooks/webhook.ts";

export const auditWords: AuditWords = {
  acts: {
    "register-account": "Ghi tài khoản vào sổ",
    "change-account": "Sửa tài khoản trong sổ",
    "connect-account": "Kết nối tài khoản với mạng",
    "disconnect-account": "Bỏ kết nối tài khoản với mạng",
    "renew-credential": "Đổi mã vào mạng khi mã cũ hết hạn",
    "pause-account": "Tạm dừng đăng trên tài khoản",
    "resume-account": "Đăng tiếp trên tài khoản",
    "close-account": "Đóng tài khoản",
    "pause-channels": "Tạm dừng mọi kênh",
    "resume-channels": "Mở lại mọi kênh",
    "plan-delivery": "Chọn kênh đăng",
    "change-delivery": "Đổi giờ, lời đăng của kênh",
    "approve-words": "Duyệt lời đăng riêng",
    "retry-delivery": "Cho đăng lại",
    "withdraw-delivery": "Thôi đăng trên kênh",
    "decide-delivery": "Cho biết bài đã lên kênh hay chưa",
    "record-placement": "Ghi nơi đã đăng",
    "renew-placement": "Ghi đã sửa bài trên kênh",
    "take-down": "Ghi đã gỡ khỏi kênh",
    "add-webhook": "Thêm hệ thống được báo tin",
    "change-webhook": "Sửa hệ thống được báo tin",
    "renew-webhook-secret": "Đổi khóa ký tin báo",
    "try-webhook": "Báo thử cho hệ thống khác",
    "stop-webhook": "Ngừng báo cho hệ thống khác",
    "start-webhook": "Báo lại cho hệ thống khác",
    "remove-webhook": "Thôi báo cho hệ thống khác",
    "send-webhook-again": "Gửi lại tin báo cho hệ thống khác",
    "add-proof": "Thêm ảnh chụp bài trên kênh",
  },
  objects: {
    "channel-account": {
      name: "Tài khoản chính thức",
      fields: {
        network: {
          name: "Kênh",
          values: Object.fromEntries(networks.map(({ slug, label }) => [slug, label])),
        },
        name: "Tên",
        handle: "Tên định danh",
        url: "Địa chỉ",
        unitId: "Đơn vị quản lý",
        administrators: "Người quản trị",
        decision: "Quyết định mở",
        isVerified: "Đã xác thực",
        note: "Ghi chú",
        expiresAt: "Kết nối đến",
        way: { name: "Cách đăng", values: wayLabels },
        state: { name: "Trạng thái", values: accountStateLabels },
      },
    },
    webhook: {
      name: "Hệ thống được báo tin",
      fields: {
        name: "Tên",
        url: "Địa chỉ nhận",
        kinds: {
          name: "Việc được báo",
          values: Object.fromEntries(webhookKinds.map(({ slug, label }) => [slug, label])),
        },
        taken: "Nơi nhận đã nhận",
        status: "Mã trả lời",
      },
      technical: ["messageId"],
    },
    delivery: {
      name: "Lượt đăng trên kênh",
      fields: {
        wantedAt: "Giờ đăng",
        ownText: "Lời đăng riêng",
        choices: "Lựa chọn của kênh",
        stands: "Đã lên kênh",
        url: "Địa chỉ bài",
        where: "Nơi nhận, nơi phát",
        placedAt: "Lúc lên kênh",
        sha256: "Mã SHA-256",
      },
      technical: ["itemId", "accountId", "proofId", "revisionId"],
    },
  },
};
