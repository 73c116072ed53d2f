import { AnswerTooLarge, OutgoingRefused } from "#platform/http/outgoing.ts";
import { callOutside } from "../accounts/account-call.ts";
import { openSealed } from "../accounts/credentials.ts";
import { type SigningSecret, signedHead } from "./sign-webhook.ts";

const SECONDS = 10;
/** Nobody needs to say more than that it has come. */
const LARGEST_ANSWER = 64 * 1024;
/** Answers that speak of this one message; all others say that the system cannot take any just now. */
const OF_THE_MESSAGE = [400, 413, 415, 422];
const GONE = 410;

export interface Answered {
  /** Null: nothing answered. */
  status: number | null;
  words: string;
  /** taken; refused: this message; away: the system takes nothing now; gone: it never will again. */
  end: "taken" | "refused" | "away" | "gone";
  /** Seconds that it asks us to wait. */
  waits: number;
}

const away = (words: string): Answered => ({ status: null, words, end: "away", waits: 0 });

function fault(error: unknown): Answered {
  if (error instanceof OutgoingRefused)
    return away("Địa chỉ nằm trong mạng nội bộ hoặc không mã hóa nên không gọi.");
  if (error instanceof AnswerTooLarge)
    return away("Nơi nhận trả lời dài quá 64 KB nên bị cắt; chỉ cần trả lời ngắn với mã 2xx.");
  const { code = "", name = "" } = error as { code?: string; name?: string };
  if (name === "TimeoutError" || name === "AbortError")
    return away(`Nơi nhận không trả lời trong ${SECONDS} giây.`);
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
    return away("Chứng thư của nơi nhận không đúng hoặc đã hết hạn.");
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return away("Không tìm thấy tên máy chủ của nơi nhận.");
  return away("Không nối được với nơi nhận, hoặc đường truyền bị ngắt.");
}

function judged(answer: Response): Answered {
  const { status } = answer;
  const said = Number(answer.headers.get("retry-after"));
  const waits = Number.isFinite(said) && said > 0 ? said : 0;
  if (status >= 200 && status < 300) return { status, words: "Đã nhận.", end: "taken", waits };
  if (status >= 300 && status < 400)
    return {
      status,
      words: "Nơi nhận chỉ sang địa chỉ khác; không đi theo, hãy sửa địa chỉ.",
      end: "away",
      waits,
    };
  if (status === GONE)
    return { status, words: "Nơi nhận cho biết không nhận nữa (410).", end: "gone", waits };
  if (OF_THE_MESSAGE.includes(status))
    return { status, words: "Nơi nhận từ chối riêng tin này.", end: "refused", waits };
  if (status === 401 || status === 403)
    return {
      status,
      words: "Nơi nhận không chấp nhận chữ ký; hãy xem lại khóa ở hai bên.",
      end: "away",
      waits,
    };
  return { status, words: `Nơi nhận báo lỗi ${status}.`, end: "away", waits };
}

/**
 * Makes the one call; whatever comes of it is an answer. Redirects are not followed; what is said is kept by nobody but
 * whoever looks at it (`read`).
 */
export async function callReceiver(
  call: () => Promise<{ url: string; method?: "GET"; headers: Record<string, string>; body?: string }>,
  read?: (said: string) => void,
): Promise<Answered> {
  try {
    const { url, ...sent } = await call();
    const within = { seconds: SECONDS, largestAnswer: LARGEST_ANSWER };
    const answer = await callOutside()(url, { method: "POST", ...sent, ...within });
    read?.(await answer.text());
    return judged(answer);
  } catch (error) {
    return fault(error);
  }
}

/** Tells a system of one thing, signed. */
export const callWebhook = (
  { url, sealed }: { url: string; sealed: string },
  message: { messageId: string; body: string },
  at: Date,
): Promise<Answered> =>
  callReceiver(async () => {
    const secret = (await openSealed(sealed)) as SigningSecret;
    const headers = { ...signedHead(secret, { ...message, at }), "user-agent": "GanDan-Webhooks/1" };
    return { url, headers, body: message.body };
  });
