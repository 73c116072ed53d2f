import { eq } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import { agencyById } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { pressContact, pressLetterRecipient, pressRecipient } from "../tables.ts";
import { stopWriting } from "./opt-out.ts";
import { publicPage } from "./public-page.ts";
import { LEAVE_PATH, recipientOfToken } from "./recipients.ts";

const TITLE = "Thôi nhận thư báo chí";
const PATH = `${LEAVE_PATH}/:token{[A-Za-z0-9_-]{64}}`;

/** Whose link it is, and of which agency; null: a link that leads nowhere. */
async function found(database: Database, token: string) {
  const id = recipientOfToken(token);
  if (id === null) return null;
  const [ofRelease] = await database
    .select({ contact: pressContact })
    .from(pressRecipient)
    .innerJoin(pressContact, eq(pressContact.id, pressRecipient.contactId))
    .where(eq(pressRecipient.id, id));
  const [ofLetter] = await database
    .select({ contact: pressContact })
    .from(pressLetterRecipient)
    .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
    .where(eq(pressLetterRecipient.id, id));
  const row = ofRelease ?? ofLetter;
  if (!row) return null;
  const agency = await agencyById(database, row.contact.agencyId);
  return { ...row.contact, agencyName: agency?.name ?? "" };
}

const nowhere = (c: Context) =>
  publicPage(
    c,
    TITLE,
    html`<h1>${TITLE}</h1><p>Đường liên kết không đúng hoặc thông tin của bạn đã được xóa. Hãy chép trọn địa chỉ từ thư, hoặc trả lời thư để báo thôi nhận.</p>`,
    404,
  );

/**
 * Where somebody who gets press releases says, without an account, that they want no more: by the button of the page,
 * or by that of a mail program (RFC 8058), which posts without opening anything.
 */
export function serveLeaving(app: Hono, database: Database): void {
  app.get(PATH, async (c) => {
    const contact = await found(database, c.req.param("token"));
    if (!contact) return nowhere(c);
    if (contact.optedOutAt || contact.erasedAt)
      return publicPage(
        c,
        TITLE,
        html`<h1>Bạn đã thôi nhận</h1><p>${contact.agencyName} không gửi thư báo chí đến địa chỉ này nữa. Muốn nhận lại, hãy trả lời một thư đã nhận.</p>`,
      );
    return publicPage(
      c,
      TITLE,
      html`<h1>${TITLE}</h1><p>${contact.agencyName} đang gửi thông cáo báo chí đến <strong>${contact.email ?? ""}</strong>. Bấm nút dưới đây thì từ nay không gửi nữa.</p><form method="post"><button>Thôi nhận thư</button></form>`,
    );
  });
  app.post(PATH, async (c) => {
    const contact = await found(database, c.req.param("token"));
    if (!contact) return nowhere(c);
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
    const how = form["List-Unsubscribe"] === "One-Click" ? "one-click" : "link";
    await work(database, systemActor(contact.agencyId, "Người nhận thư báo chí"), (current) =>
      stopWriting(current, { id: contact.id, how }),
    );
    return publicPage(
      c,
      TITLE,
      html`<h1>Đã thôi nhận</h1><p>Từ nay ${contact.agencyName} không gửi thư báo chí đến địa chỉ này. Thư đang trên đường có thể vẫn tới.</p>`,
    );
  });
}
