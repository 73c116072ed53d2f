import type { AccountCall, AccountCheck, AccountLimit } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { youtubeOf } from "./youtube-call.ts";
import { outcomeOf } from "./youtube-outcome.ts";

export const LOCKED =
  "Ứng dụng chưa được YouTube kiểm duyệt nên mọi video tải lên bị khóa ở chế độ riêng tư; hãy đăng tay trong YouTube Studio.";

const limitsOf = (audited: boolean): AccountLimit[] =>
  audited
    ? [
        {
          words:
            "YouTube cho cả ứng dụng nhiều nhất 100 video mỗi ngày, tính lại vào 14 đến 15 giờ Việt Nam. Video tải lên ở chế độ riêng tư, xử lý xong mới công khai.",
        },
      ]
    : [{ words: LOCKED, forbids: {} }];

/** The channel that the token belongs to. */
export async function checkChannel(call: AccountCall): Promise<AccountCheck> {
  try {
    const { youtube, secret } = youtubeOf(call);
    const answer = await youtube("/youtube/v3/channels", { query: { part: "snippet", mine: "true" } });
    if (!answer.ok) {
      const result = outcomeOf(answer.trouble, { visible: false, now: call.now() });
      return { ok: false, why: result.why, final: ["reauth", "rejected"].includes(result.outcome) };
    }
    const [channel] = (answer.body?.items ?? []) as { id?: string; snippet?: { title?: string } }[];
    if (!channel) return { ok: false, why: "Tài khoản Google này chưa có kênh YouTube.", final: true };
    return {
      ok: true,
      name: channel.snippet?.title ?? null,
      ...(channel.id && { remoteId: channel.id }),
      expiresAt: null,
      limits: limitsOf((await secret()).audited),
    };
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    return { ok: false, why: error.result.why, final: error.result.outcome === "reauth" };
  }
}
