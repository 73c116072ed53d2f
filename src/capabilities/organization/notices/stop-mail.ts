import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { readSecrets } from "#platform/config/secrets.ts";
import type { HttpParts } from "#platform/work/plug.ts";
import { type Work, work } from "#platform/work/work.ts";
import type { NoticeKind } from "../notice-kinds.ts";
import { person } from "../tables.ts";
import { stoppable } from "./notice-preferences.ts";
import { setNoticePreference } from "./set-notice-preference.ts";
import { isStopSignature, STOP_PATH } from "./stop-link.ts";

/** Stops the mail of some kinds for who acts; what can be read in the application stays. */
async function stopMail(current: Work, kinds: NoticeKind[]): Promise<void> {
  for (const kind of kinds) await setNoticePreference(current, { kind, mail: "off" });
}

/**
 * The one click of RFC 8058: the mail program posts to the address of the header and needs no session; the signature
 * allows nothing but to stop these kinds for this person. Opened in a browser the address leads to the settings and
 * changes nothing, so that programs which follow every link stop nothing.
 */
export function stopMailRoutes(app: Hono, { database, config }: HttpParts): void {
  const secret = readSecrets(config.secretFile).auth;
  const path = `${STOP_PATH}/:personId/:kinds/:signature` as const;
  app.get(path, (c) => c.redirect("/workspace/cai-dat-thong-bao", 303));
  app.post(path, async (c) => {
    const asked = c.req.param();
    if (!isStopSignature(secret, asked)) return c.text("Đường dẫn thôi nhận thư không đúng.", 404);
    const [found] = await database.select().from(person).where(eq(person.id, asked.personId));
    if (!found) return c.text("Đường dẫn thôi nhận thư không đúng.", 404);
    const actor = { personId: found.id, name: found.name, agencyId: found.agencyId, appointments: [] };
    const kinds = stoppable(asked.kinds.split(","));
    await work(database, actor, (current) => stopMail(current, kinds));
    return c.text("Đã thôi gửi thư loại này; thông báo vẫn hiện trong hệ thống.");
  });
}
