import type { AccountCall, AccountCheck, AccountLimit } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { type Creator, creatorOf } from "./creator.ts";
import { tiktokOf } from "./tiktok-call.ts";

/** What is told of an account before anything is planned there. Contract: sections 2 and 4. */
function limitsOf({ levels, longestSeconds }: Creator, audited: boolean): AccountLimit[] {
  const isPublic = levels.includes("PUBLIC_TO_EVERYONE");
  return [
    ...(audited
      ? []
      : [
          {
            words:
              "Ứng dụng chưa được TikTok kiểm duyệt: bài chỉ chủ tài khoản xem được, phải tự mở công khai từng bài trong ứng dụng TikTok; mỗi ngày nhiều nhất 5 tài khoản được đăng.",
            forbids: { audience: "public" },
          },
        ]),
    ...(!audited && isPublic
      ? [
          {
            words:
              "Tài khoản đang để công khai; phải đổi sang riêng tư trước giờ đăng, nếu không TikTok từ chối.",
          },
        ]
      : []),
    ...(audited && !isPublic
      ? [
          {
            words: "Tài khoản đang để riêng tư nên chưa đăng công khai được.",
            forbids: { audience: "public" },
          },
        ]
      : []),
    {
      words: `TikTok thường nhận khoảng 15 bài mỗi ngày của một tài khoản${longestSeconds > 0 ? `; video dài nhất ${longestSeconds} giây` : ""}. Đăng rồi không sửa, không gỡ tự động được.`,
    },
  ];
}

/** The account as it sees itself just before a post, and until when it can be renewed. */
export async function checkAccount(call: AccountCall): Promise<AccountCheck> {
  try {
    const { tiktok, secret } = tiktokOf(call);
    const creator = await creatorOf(tiktok);
    if ("outcome" in creator) {
      const why = "why" in creator ? creator.why : "TikTok trả lời không đọc được.";
      return { ok: false, why, final: creator.outcome === "reauth" || creator.outcome === "rejected" };
    }
    const { audited, refreshUntil } = await secret();
    return {
      ok: true,
      name: creator.nickname || creator.username || null,
      expiresAt: refreshUntil === "" ? null : new Date(refreshUntil),
      limits: limitsOf(creator, audited),
    };
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    return { ok: false, why: error.result.why, final: error.result.outcome === "reauth" };
  }
}
