import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { HUB_PATH } from "#platform/http/feed.ts";
import { siteOrigin } from "#platform/http/site-origin.ts";
import { callsAMinute } from "../grassroots/feed/a-minute.ts";
import { askHub } from "./ask-hub.ts";

const LARGEST_CALL = 16 * 1024;
const CALLS_A_MINUTE = 60;
const FORM = "application/x-www-form-urlencoded";

/** The hub (WebSub): anybody asks here to be sent a feed whenever it changes, or to be sent it no more. */
export function serveHub(app: Hono, { database, config }: { database: Database; config: Config }): void {
  const ofAddress = callsAMinute(CALLS_A_MINUTE);
  const originOf = siteOrigin(config);
  const limited = bodyLimit({
    maxSize: LARGEST_CALL,
    onError: (c) => c.text("Yêu cầu dài quá 16 KB.", 413),
  });
  app.post(HUB_PATH, limited, async (c) => {
    c.header("Cache-Control", "no-store");
    const wait = ofAddress(callerAddress(c, config));
    if (wait > 0) return c.text("Gọi quá nhiều; hãy chờ rồi gọi lại.", 429, { "Retry-After": String(wait) });
    if (c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() !== FORM)
      return c.text(`Hãy gửi yêu cầu dạng ${FORM}.`, 415);
    const given = new URLSearchParams(await c.req.text());
    const asked = {
      mode: given.get("hub.mode"),
      topic: given.get("hub.topic"),
      callback: given.get("hub.callback"),
      lease: given.get("hub.lease_seconds"),
      secret: given.get("hub.secret"),
    };
    const refused = await askHub(database, asked, { origin: originOf((name) => c.req.header(name)) });
    if (!refused) return c.text("Đã nhận yêu cầu; địa chỉ nhận sẽ được gọi để xác nhận.", 202);
    if (refused.status === 429 || refused.status === 503) c.header("Retry-After", "3600");
    return c.text(refused.words, refused.status);
  });
  app.all(HUB_PATH, (c) =>
    c.text("Nơi đăng ký theo dõi nguồn tin theo chuẩn WebSub; gọi bằng POST.", 405, { Allow: "POST" }),
  );
}
