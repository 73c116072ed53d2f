import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, inArray } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { html, raw } from "hono/html";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { playableBroadcasts, type WholeBroadcast, windowsOf } from "../broadcast-queries.ts";
import { recordTold } from "../record-play-by-hand.ts";
import type { Station } from "../register-queries.ts";
import { priorityLabels } from "../station.ts";
import { stationByKey } from "../station-keys.ts";
import { broadcast, playLog } from "../tables.ts";
import { takePackage } from "../take-package.ts";
import { momentWritten } from "../written-play.ts";
import { callsAMinute } from "./a-minute.ts";

const PATH = "/grassroots/v1/dai/:key{[A-Za-z0-9_-]{43}}";
const CALLS_A_MINUTE = 60;
/** What is over stays for so long, so that it can still be said that it was played. */
const SHOWN_DAYS = 14;

const style = `*{box-sizing:border-box}body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:#1b1b1b;background:#fff}main{max-width:46rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}h1{font-size:1.375rem;line-height:1.3}h2{font-size:1.125rem;margin:0 0 .25rem}.box{border:1px solid #767676;border-radius:.5rem;padding:1rem;margin:1rem 0}.urgent{border:3px solid #a80f1c}.wrong{border:2px solid #a80f1c;padding:.75rem;border-radius:.5rem}.well{border:2px solid #1d6b34;padding:.75rem;border-radius:.5rem}label{display:block;font-weight:600}input{width:100%;font:inherit;padding:.5rem;border:1px solid #595959;border-radius:.25rem}button{font:inherit;font-weight:600;color:#fff;background:#98121f;border:0;border-radius:.25rem;padding:.625rem 1rem;min-height:2.75rem;margin-top:.5rem}.rows{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}audio{width:100%}:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}`;

/** Nothing is kept by anybody on the way, told to other sites, found by a search or loaded from elsewhere. */
function answer(c: Context, title: string, body: unknown, status: 200 | 404 | 410 | 422 | 429 = 200) {
  const nonce = randomBytes(16).toString("base64");
  c.header("Cache-Control", "private, no-store");
  c.header("Referrer-Policy", "no-referrer");
  c.header("X-Robots-Tag", "noindex, nofollow");
  c.header("X-Frame-Options", "DENY");
  c.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  return c.html(
    html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style nonce="${nonce}">${raw(style)}</style></head><body><main>${body}</main></body></html>`,
    status,
  );
}

const over = (c: Context, sentence: string, status: 404 | 410 | 429) =>
  answer(c, "Bản tin của đài", html`<h1>Bản tin của đài</h1><p>${sentence}</p>`, status);

interface Said {
  wrong?: string;
  well?: string;
}

async function bulletinsOf(database: Database, station: Station, now: Date) {
  const playable = await playableBroadcasts(database, station.agencyId, eq(broadcast.stationId, station.id));
  const ids = playable.map((one) => one.broadcast.id);
  const windows = await windowsOf(database, ids);
  const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000);
  const shown = playable.filter((one) =>
    (windows.get(one.broadcast.id) ?? []).some(({ playUntil }) => playUntil > since),
  );
  const told =
    ids.length === 0
      ? []
      : await database
          .select({ id: playLog.broadcastId, startedAt: playLog.startedAt })
          .from(playLog)
          .where(and(inArray(playLog.broadcastId, ids), eq(playLog.state, "played")))
          .orderBy(desc(playLog.startedAt));
  return shown.map((one) => ({
    one,
    windows: windows.get(one.broadcast.id) ?? [],
    plays: told.filter(({ id }) => id === one.broadcast.id),
  }));
}

async function withdrawnLately(database: Database, station: Station, now: Date) {
  return database
    .select({ why: broadcast.withdrawnWhy, at: broadcast.withdrawnAt, deliveryId: broadcast.deliveryId })
    .from(broadcast)
    .where(
      and(
        eq(broadcast.stationId, station.id),
        gt(broadcast.withdrawnAt, new Date(now.getTime() - 7 * 86_400_000)),
      ),
    )
    .orderBy(desc(broadcast.withdrawnAt));
}

const hoursOf = (windows: { playFrom: Date; playUntil: Date }[], now: Date) => {
  const ahead = windows.filter(({ playUntil }) => playUntil > now);
  const [next] = ahead;
  return next
    ? `Buổi tới: ${formatDateTime(next.playFrom)}, muộn nhất ${formatDateTime(next.playUntil)}. Còn ${ahead.length} buổi.`
    : "Các buổi đã qua.";
};

function bulletin(
  key: string,
  {
    one,
    windows,
    plays,
  }: { one: WholeBroadcast; windows: { playFrom: Date; playUntil: Date }[]; plays: { startedAt: Date }[] },
  now: Date,
) {
  const { broadcast: row, content, recording } = one;
  return html`<section class="box ${row.priority === "emergency" ? "urgent" : ""}"><h2>${content.title}</h2>
<p>${priorityLabels[row.priority]} · dài ${recording.seconds} giây · mỗi buổi ${row.repeats} lần${row.edition > 1 ? html` · <strong>bản đã đính chính, thay bản tải trước</strong>` : ""}</p>
<p>${hoursOf(windows, now)}</p>
<p>${plays.length === 0 ? "Chưa ghi lượt phát nào." : `Đã ghi ${plays.length} lượt phát, gần nhất ${formatDateTime(plays[0]!.startedAt)}.`}</p>
<audio controls preload="none" src="${recording.path}"></audio>
<div class="rows"><form method="post" action="/grassroots/v1/dai/${key}/tai"><input type="hidden" name="id" value="${row.id}">
<label for="nguoi-${row.id}">Người tải</label><input id="nguoi-${row.id}" name="name" required maxlength="200" autocomplete="name">
<button>Tải gói bản tin</button></form>
<form method="post" action="/grassroots/v1/dai/${key}/phat"><input type="hidden" name="id" value="${row.id}">
<label for="luc-${row.id}">Đã phát lúc (ngày/tháng/năm giờ:phút)</label><input id="luc-${row.id}" name="startedAt" type="text" required maxlength="40" placeholder="25/11/2026 17:00">
<label for="ai-${row.id}">Người phát</label><input id="ai-${row.id}" name="name" required maxlength="200" autocomplete="name">
<button>Ghi đã phát</button></form></div></section>`;
}

/** The page on which the people of a station, without an account, take what they play and say that they played it. */
export function serveStationPage(
  app: Hono,
  { database, config }: { database: Database; config: Config },
): void {
  const ofAddress = callsAMinute(CALLS_A_MINUTE);
  async function enter(c: Context): Promise<Station | Response> {
    if (ofAddress(callerAddress(c, config)) > 0)
      return over(c, "Có quá nhiều lượt mở từ nơi này. Xin đợi một phút rồi mở lại.", 429);
    const found = await stationByKey(database, "page", c.req.param("key")!, new Date());
    if (found === "revoked") return over(c, "Đường dẫn này đã thu hồi. Hãy hỏi cơ quan đường dẫn mới.", 410);
    return found?.station ?? over(c, "Không có trang này. Hãy chép lại cả đường dẫn.", 404);
  }

  async function page(c: Context, station: Station, { wrong, well }: Said = {}) {
    const now = new Date();
    const bulletins = await bulletinsOf(database, station, now);
    const withdrawn = await withdrawnLately(database, station, now);
    const key = c.req.param("key")!;
    return answer(
      c,
      `Bản tin của ${station.name}`,
      html`<h1>Bản tin của ${station.name}</h1><p>Đường dẫn này dành riêng cho đài; xin đừng chuyển tiếp.</p>
${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : ""}${well ? html`<p class="well" role="status">${well}</p>` : ""}
${withdrawn.length > 0 ? html`<section class="box urgent"><h2>Đã thu hồi, không phát nữa</h2>${withdrawn.map(({ why, at }) => html`<p>Thu hồi lúc ${formatDateTime(at!)}: ${why}</p>`)}</section>` : ""}
${bulletins.length === 0 ? html`<p>Chưa có bản tin nào phải phát. Cơ quan giao bản tin mới thì trang này hiện ngay.</p>` : ""}
${bulletins.map((one) => bulletin(key, one, now))}`,
      wrong ? 422 : 200,
    );
  }

  const typed = async (c: Context) => {
    const form = await c.req.parseBody();
    return (name: string) =>
      (typeof form[name] === "string" ? form[name] : "")
        .replaceAll("\0", "")
        .normalize("NFC")
        .trim()
        .slice(0, 200);
  };
  /** Only what belongs to this station. */
  const own = async (station: Station, id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) return null;
    const [found] = await playableBroadcasts(
      database,
      station.agencyId,
      eq(broadcast.stationId, station.id),
      eq(broadcast.id, id),
    );
    return found ?? null;
  };
  const GONE = "Bản tin này vừa được thu hồi hoặc không phải của đài; hãy xem lại danh sách.";

  app.get(PATH, async (c) => {
    const station = await enter(c);
    if (station instanceof Response) return station;
    const { xong } = c.req.query();
    return page(c, station, xong === "phat" ? { well: "Đã ghi lượt phát. Cảm ơn đài." } : {});
  });

  app.post(`${PATH}/tai`, async (c) => {
    const station = await enter(c);
    if (station instanceof Response) return station;
    const field = await typed(c);
    if (field("name") === "") return page(c, station, { wrong: "Hãy ghi người tải." });
    const found = await own(station, field("id"));
    if (!found) return page(c, station, { wrong: GONE });
    try {
      const { bytes, name } = await work(database, systemActor(station.agencyId, station.name), (current) =>
        takePackage(current, { id: found.broadcast.id, takenBy: field("name"), personId: null }),
      );
      c.header("Content-Type", "application/zip");
      c.header("Content-Disposition", `attachment; filename="${name}"`);
      c.header("X-Content-Type-Options", "nosniff");
      c.header("Cache-Control", "private, no-store");
      return c.body(new Uint8Array(bytes));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      return page(c, station, { wrong: GONE });
    }
  });

  app.post(`${PATH}/phat`, async (c) => {
    const station = await enter(c);
    if (station instanceof Response) return station;
    const field = await typed(c);
    const startedAt = momentWritten(field("startedAt").replace("T", " "));
    if (!startedAt)
      return page(c, station, { wrong: "Ngày giờ chưa đọc được; hãy ghi như 25/11/2026 17:00." });
    if (field("name") === "") return page(c, station, { wrong: "Hãy ghi người phát." });
    const found = await own(station, field("id"));
    if (!found) return page(c, station, { wrong: GONE });
    try {
      await work(database, systemActor(station.agencyId, station.name), (current) =>
        recordTold(current, station, {
          ...{ id: found.broadcast.id, deliveryId: found.broadcast.deliveryId, startedAt },
          ...{ source: "page", by: field("name") },
        }),
      );
    } catch (error) {
      if (!(error instanceof Unacceptable)) throw error;
      return page(c, station, { wrong: error.message });
    }
    return c.redirect(`/grassroots/v1/dai/${c.req.param("key")}?xong=phat`, 303);
  });
}
