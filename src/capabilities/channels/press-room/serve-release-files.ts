import type { Hono } from "hono";
import { actorOf } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Database } from "#platform/database/database.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { attachedTo } from "./attachments.ts";
import { answerFile } from "./letters/serve-letter-files.ts";

/** Files as they went out with releases, at /press-release-files/<delivery>/<file>, for people of the agency who see it. */
export function serveReleaseFiles(app: Hono, database: Database): void {
  const id = "[0-9a-f-]{36}";
  app.get(`/press-release-files/:id{${id}}/:file{${id}}`, async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    if (!actor) return c.notFound();
    const whole = await deliveryOf(database, actor, c.req.param("id")).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (!whole || deliveryPolicy.hindrance(actor, "read", subjectOf(whole))) return c.notFound();
    const file = (await attachedTo(database, whole.delivery)).find((one) => one.id === c.req.param("file"));
    return (file?.fileId && (await answerFile(c, { ...file, issues: [] }))) || c.notFound();
  });
}
