import { and, eq } from "drizzle-orm";
import type { Hono } from "hono";
import { actorOf } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { subjectOf } from "./feedback-queries.ts";
import { feedbackPolicy } from "./policy.ts";
import { isLive } from "./publishing/publication-queries.ts";
import {
  feedback,
  feedbackMailPicture,
  feedbackPicture,
  feedbackPublication,
  feedbackPublicationPicture,
} from "./tables.ts";

/** Pictures of live outcomes, at /phan-anh-anh/<id>, for everybody; those that wait, for people of the agency. */
function servePublished(app: Hono, database: Database): void {
  app.get("/phan-anh-anh/:id{[0-9a-f-]{36}}", async (c) => {
    const [found] = await database
      .select({ picture: feedbackPublicationPicture, publication: feedbackPublication })
      .from(feedbackPublicationPicture)
      .innerJoin(feedbackPublication, eq(feedbackPublication.id, feedbackPublicationPicture.publicationId))
      .where(eq(feedbackPublicationPicture.id, c.req.param("id")));
    if (!found) return c.notFound();
    const isPublic = isLive(found.publication);
    const actor = isPublic ? null : await actorOf(database, c.req.raw.headers);
    if (!isPublic && actor?.agencyId !== found.picture.agencyId) return c.notFound();
    const bytes = await readFile(found.picture.id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "image/jpeg",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": isPublic ? "public, max-age=300" : "private, no-store",
    });
  });
}

/** A picture of a message that waits, for who may make feedback of it. */
async function ofWaitingMail(database: Database, actor: Actor, id: string) {
  const [found] = await database
    .select()
    .from(feedbackMailPicture)
    .where(and(eq(feedbackMailPicture.id, id), eq(feedbackMailPicture.agencyId, actor.agencyId)));
  return found && !feedbackPolicy.hindrance(actor, "enter", { agencyId: actor.agencyId }) ? found : null;
}

/** A picture of feedback, for who may read what it came with. */
async function ofFeedback(database: Database, actor: Actor, id: string) {
  const [found] = await database
    .select({ picture: feedbackPicture, row: feedback })
    .from(feedbackPicture)
    .innerJoin(feedback, eq(feedback.id, feedbackPicture.feedbackId))
    .where(and(eq(feedbackPicture.id, id), eq(feedbackPicture.agencyId, actor.agencyId)));
  return found && !feedbackPolicy.hindrance(actor, "read", subjectOf(found.row)) ? found.picture : null;
}

/** Pictures that citizens sent, at /feedback-pictures/<id>, for who may read what they came with; never public. */
export function servePictures(app: Hono, database: Database): void {
  servePublished(app, database);
  app.get("/feedback-pictures/:id{[0-9a-f-]{36}}", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    if (!actor) return c.notFound();
    const id = c.req.param("id");
    const picture = (await ofFeedback(database, actor, id)) ?? (await ofWaitingMail(database, actor, id));
    if (!picture) return c.notFound();
    const bytes = await readFile(picture.id);
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": picture.contentType,
      "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(picture.fileName)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    });
  });
}
