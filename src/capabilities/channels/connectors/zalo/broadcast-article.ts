import type { ConnectorCall, Followed } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { type Answer, zaloOf } from "./zalo-call.ts";
import { outcomeOf } from "./zalo-outcome.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const VIETNAM = 7 * HOUR;
/** Nothing is sent to followers at night. */
const NIGHT = { from: 22 * HOUR, to: 6 * HOUR };
const NIGHT_BAN = -234;
const OUT_OF_QUOTA = [-211, -218];

/** The network's numbers of the three regions; an empty target is everybody. */
const TARGETS: Record<string, Record<string, string>> = {
  all: {},
  north: { locations: "0" },
  central: { locations: "1" },
  south: { locations: "2" },
};

const secondOfDay = (now: Date): number => (Math.floor(now.getTime() / 1000) + VIETNAM) % DAY;

/** Seconds until the morning; null: it is day. */
function untilMorning(now: Date): number | null {
  const at = secondOfDay(now);
  if (at >= NIGHT.to && at < NIGHT.from) return null;
  return (NIGHT.to - at + DAY) % DAY || DAY;
}

/** Seconds until the next day's morning. */
const untilNextDay = (now: Date): number => DAY - secondOfDay(now) + NIGHT.to + 60;

/** Whether it is to be sent to followers once it is shown. */
export const isBroadcast = ({ choices }: Pick<ConnectorCall, "choices">): boolean =>
  TARGETS[choices.broadcast ?? ""] !== undefined;

const doubted: Followed = {
  words:
    "Chưa rõ bài đã gửi tới người quan tâm hay chưa; hãy xem mục gửi tin ở trang quản trị OA. Hệ thống không gửi lại",
  alarm: true,
  followIn: null,
};

/** Says once that it waits, and until when. */
async function waits({ handles, keep }: ConnectorCall, why: string, followIn: number): Promise<Followed> {
  if (handles.broadcastWaits === why) return { followIn };
  await keep({ broadcastWaits: why });
  return { words: why, followIn };
}

/** How many may still be sent today; null: the network does not tell, or is not asked. */
async function leftToday(call: ConnectorCall): Promise<number | null> {
  const { zalo, secret } = zaloOf(call);
  const { follower } = await secret();
  if (follower === "") return null;
  const answer = await zalo("/v2.0/oa/quota/message", {
    method: "POST",
    json: { user_id: follower, type: "promotion" },
  });
  const quota = answer.ok ? (answer.data.promotion as { daily_remain?: unknown } | undefined) : undefined;
  return quota?.daily_remain === undefined ? null : Number(quota.daily_remain);
}

/** What a refusal means: certainly not sent, so that it may be tried again under a new announcement. */
async function refused(call: ConnectorCall, answer: Answer & { ok: false }): Promise<Followed> {
  const { handles, keep, now } = call;
  const { code } = answer.trouble;
  const result = outcomeOf(answer.trouble, { visible: true });
  if (result.outcome === "unknown") return doubted;
  await keep({ broadcastTry: String(Number(handles.broadcastTry ?? 1) + 1) });
  if (code === NIGHT_BAN)
    return waits(call, "Chờ đến 6 giờ để gửi tới người quan tâm", untilMorning(now()) ?? HOUR);
  if (code !== null && OUT_OF_QUOTA.includes(code))
    return waits(call, "Hết hạn mức gửi của ngày; chờ ngày hôm sau", untilNextDay(now()));
  if (result.outcome === "retry") return { followIn: 60 };
  const why = "why" in result ? result.why : "";
  return { words: `Bài đã hiện nhưng chưa gửi tới người quan tâm. ${why}`, alarm: true, followIn: null };
}

/**
 * Sends the article that is shown to the followers, once: it cannot be looked up, nor called back. Each attempt is
 * announced for good before it is made, and only what the network certainly refused leads to another one.
 */
export async function broadcastArticle(call: ConnectorCall): Promise<Followed> {
  const { choices, handles, keep, once, now } = call;
  const target = TARGETS[choices.broadcast ?? ""];
  if (!target || handles.broadcast) return { followIn: null };
  const night = untilMorning(now());
  if (night !== null) return waits(call, "Chờ đến 6 giờ để gửi tới người quan tâm", night);
  if ((await leftToday(call)) === 0)
    return waits(call, "Hết hạn mức gửi của ngày; chờ ngày hôm sau", untilNextDay(now()));
  if (!(await once(`broadcast-${handles.broadcastTry ?? 1}`))) {
    await keep({ broadcast: "unknown" });
    return doubted;
  }
  try {
    const sent = await zaloOf(call).zalo("/v2.0/oa/message", {
      method: "POST",
      json: {
        recipient: { target },
        message: {
          attachment: {
            type: "template",
            payload: {
              template_type: "media",
              elements: [{ media_type: "article", attachment_id: handles.article }],
            },
          },
        },
      },
    });
    if (!sent.ok) return await refused(call, sent);
    await keep({ broadcast: String(sent.data.message_id ?? "sent") });
    return { words: "Đã gửi tới người quan tâm OA; Zalo duyệt khoảng 30 phút rồi phát", followIn: null };
  } catch (error) {
    // Before the call itself: it was not made.
    if (error instanceof NotLetIn) {
      await keep({ broadcastTry: String(Number(handles.broadcastTry ?? 1) + 1) });
      return { followIn: 600 };
    }
    return doubted;
  }
}
