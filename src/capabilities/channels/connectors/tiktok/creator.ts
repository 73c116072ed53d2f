import type { ConnectorCall, Outcome } from "../connector.ts";
import type { Tiktok } from "./tiktok-call.ts";
import { outcomeOf } from "./tiktok-outcome.ts";

/** What an account may do just now, as the network tells it right before each post. */
export interface Creator {
  username: string;
  nickname: string;
  levels: string[];
  mayComment: boolean;
  longestSeconds: number;
}

/** Whom the choice lets see it, in the network's own word. */
export const levelOf = ({ choices }: Pick<ConnectorCall, "choices">): "PUBLIC_TO_EVERYONE" | "SELF_ONLY" =>
  choices.audience === "self" ? "SELF_ONLY" : "PUBLIC_TO_EVERYONE";

export async function creatorOf(tiktok: Tiktok): Promise<Creator | Outcome> {
  const answer = await tiktok("/v2/post/publish/creator_info/query/");
  if (!answer.ok) return outcomeOf(answer.trouble, { visible: false });
  const { data } = answer;
  return {
    username: String(data.creator_username ?? ""),
    nickname: String(data.creator_nickname ?? ""),
    levels: Array.isArray(data.privacy_level_options) ? data.privacy_level_options.map(String) : [],
    mayComment: data.comment_disabled !== true,
    longestSeconds: Number(data.max_video_post_duration_sec ?? 0),
  };
}

/** Whether what is about to be posted fits what the account may do now; null: it does. */
export function hindranceOf(
  call: Pick<ConnectorCall, "choices">,
  { levels, longestSeconds }: Creator,
  { audited, seconds }: { audited: boolean; seconds: number },
): Outcome | null {
  if (!call.choices.audience)
    return { outcome: "rejected", why: "Chưa chọn ai xem được bài trên TikTok; hãy chọn rồi cho gửi lại." };
  const level = levelOf(call);
  const refuse = (why: string): Outcome => ({ outcome: "rejected", why });
  if (!audited && level !== "SELF_ONLY")
    return refuse(
      "Ứng dụng chưa được TikTok kiểm duyệt nên chưa đăng công khai được; hãy chọn “Chỉ chủ tài khoản” hoặc đăng tay.",
    );
  if (!audited && levels.includes("PUBLIC_TO_EVERYONE"))
    return refuse(
      "Ứng dụng chưa được TikTok kiểm duyệt nên tài khoản phải để riêng tư lúc đăng; hãy đổi trong ứng dụng TikTok rồi cho gửi lại.",
    );
  if (!levels.includes(level))
    return refuse(
      "Tài khoản TikTok đang để riêng tư nên không đăng công khai được; hãy đổi trong ứng dụng TikTok rồi cho gửi lại.",
    );
  if (longestSeconds > 0 && seconds > longestSeconds)
    return refuse(
      `Video dài ${seconds} giây; tài khoản này chỉ được đăng video dài nhất ${longestSeconds} giây.`,
    );
  return null;
}
