import { and, eq } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { actorOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { pressLetter } from "../../tables.ts";
import { bytesOfFile, filesOfLetters, type LetterFile } from "./letter-attachments.ts";
import { letterPolicy } from "./policy.ts";

type SentFile = Pick<LetterFile, "id" | "fileId" | "fileName" | "contentType" | "issues">;

/** A file that was sent, downloaded only; null: it may not be given out, or is not there. */
export async function answerFile(c: Context, file: SentFile | undefined): Promise<Response | null> {
  const bytes = file && (await bytesOfFile(file));
  if (!file || !bytes) return null;
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": file.contentType,
    "Content-Length": String(bytes.length),
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
  });
}

/** Files of letters at /press-letter-files/<letter>/<file>, for people of the agency who may read letters. */
export function serveLetterFiles(app: Hono, database: Database): void {
  const id = "[0-9a-f-]{36}";
  app.get(`/press-letter-files/:id{${id}}/:file{${id}}`, async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    if (!actor || letterPolicy.hindrance(actor, "read", { agencyId: actor.agencyId })) return c.notFound();
    const [letter] = await database
      .select({ id: pressLetter.id })
      .from(pressLetter)
      .where(and(eq(pressLetter.agencyId, actor.agencyId), eq(pressLetter.id, c.req.param("id"))));
    if (!letter) return c.notFound();
    const files = await filesOfLetters(database, actor.agencyId, [letter.id]);
    return (
      (await answerFile(
        c,
        files.find((one) => one.id === c.req.param("file")),
      )) ?? c.notFound()
    );
  });
}
