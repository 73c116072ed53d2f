import type { StubAnswer } from "../stub-call.ts";
import { badParameter, done, ZaloError } from "./zalo-error.ts";
import type { SeededOa } from "./zalo-seed.ts";
import type { ZaloState } from "./zalo-state.ts";

const VIETNAM = 7 * 3_600_000;
const DAY = 86_400_000;

const today = (state: ZaloState, oa: SeededOa) => {
  const day = Math.floor((state.clock.now() + VIETNAM) / DAY);
  return state.broadcasts.filter((one) => one.oaId === oa.id && Math.floor((one.at + VIETNAM) / DAY) === day)
    .length;
};

interface Message {
  recipient?: { target?: Record<string, unknown>; user_id?: string };
  message?: {
    attachment?: {
      payload?: {
        template_type?: string;
        elements?: { media_type?: string; attachment_id?: string }[];
      };
    };
  };
}

/** `POST /v2.0/oa/message`: articles to followers. It cannot be looked up or withdrawn afterwards. */
export function broadcast(state: ZaloState, oa: SeededOa, { recipient, message }: Message): StubAnswer {
  if (recipient?.user_id) throw new ZaloError(-240, "This API version is no longer supported");
  const payload = message?.attachment?.payload;
  const elements = payload?.elements ?? [];
  if (payload?.template_type !== "media" || elements.length === 0) throw badParameter("elements is invalid");
  if (elements.length > 5) throw new ZaloError(-210, "elements exceed 5");
  for (const { media_type, attachment_id } of elements) {
    const article = state.articles.get(attachment_id ?? "");
    if (media_type !== "article" || !article?.ready || article.oaId !== oa.id)
      throw badParameter("attachment_id is invalid");
    if (article.status !== "show") throw badParameter("article is hidden");
  }
  const hour = new Date(state.clock.now() + VIETNAM).getUTCHours();
  if (hour >= 22 || hour < 6) throw new ZaloError(-234, "Messages are not sent from 22:00 to 06:00");
  if (today(state, oa) >= state.settings.broadcastsPerDay)
    throw new ZaloError(-211, "Out of quota for broadcast");
  const id = state.nextId();
  state.broadcasts.push({
    id,
    oaId: oa.id,
    articleIds: elements.map(({ attachment_id }) => attachment_id!),
    target: recipient?.target ?? {},
    at: state.clock.now(),
    state: "moderating",
  });
  return done({ message_id: id });
}

export function quota(state: ZaloState, oa: SeededOa): StubAnswer {
  const daily = state.settings.broadcastsPerDay;
  const left = Math.max(0, daily - today(state, oa));
  return done({
    promotion: { daily_remain: left, daily_total: daily, monthly_remain: left, monthly_total: daily * 30 },
  });
}
