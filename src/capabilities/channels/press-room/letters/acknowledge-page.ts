import { eq } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import { agencyById } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { pressLetter, pressLetterRecipient } from "../../tables.ts";
import { publicPage } from "../public-page.ts";
import { markAcknowledged } from "./acknowledge-letter.ts";
import { ACKNOWLEDGE_PATH, letterRecipientOf } from "./letter-mail.ts";

const TITLE = "Xác nhận đã nhận thư";
const PATH = `${ACKNOWLEDGE_PATH}/:token{[A-Za-z0-9_-]{64}}`;

async function found(database: Database, token: string) {
  const id = letterRecipientOf(token);
  if (id === null) return null;
  const [row] = await database
    .select({ recipient: pressLetterRecipient, title: pressLetter.title })
    .from(pressLetterRecipient)
    .innerJoin(pressLetter, eq(pressLetter.id, pressLetterRecipient.letterId))
    .where(eq(pressLetterRecipient.id, id));
  if (!row) return null;
  const agency = await agencyById(database, row.recipient.agencyId);
  return { ...row.recipient, title: row.title, agencyName: agency?.name ?? "" };
}

const nowhere = (c: Context) =>
  publicPage(
    c,
    TITLE,
    html`<h1>${TITLE}</h1><p>Đường liên kết không đúng. Hãy chép trọn địa chỉ từ thư, hoặc trả lời thư để báo đã nhận.</p>`,
    404,
  );

const thanks = (c: Context, { agencyName, title }: { agencyName: string; title: string }) =>
  publicPage(
    c,
    TITLE,
    html`<h1>Đã xác nhận</h1><p>${agencyName} đã ghi nhận quý cơ quan nhận thư “${title}”. Xin cảm ơn.</p>`,
  );

/** Where a newsroom says, without an account, that it has a letter: by the button, for programs open links by themselves. */
export function serveAcknowledging(app: Hono, database: Database): void {
  app.get(PATH, async (c) => {
    const one = await found(database, c.req.param("token"));
    if (!one) return nowhere(c);
    if (one.acknowledgedAt) return thanks(c, one);
    return publicPage(
      c,
      TITLE,
      html`<h1>${TITLE}</h1><p>Thư của ${one.agencyName}:</p><p class="words">${one.title}</p><form method="post"><button>Xác nhận đã nhận</button></form>`,
    );
  });
  app.post(PATH, async (c) => {
    const one = await found(database, c.req.param("token"));
    if (!one) return nowhere(c);
    await work(database, systemActor(one.agencyId, "Nơi nhận thư định hướng"), (current) =>
      markAcknowledged(current, { recipientId: one.id, letterId: one.letterId, how: "link" }),
    );
    return thanks(c, one);
  });
}
