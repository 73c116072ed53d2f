import { and, eq } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import { agencyById } from "#organization";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { sentence } from "../../connectors/press/follow-up-letter.ts";
import { pressLetter, pressLetterRecipient } from "../../tables.ts";
import { publicPage } from "../public-page.ts";
import { markAcknowledged } from "./acknowledge-letter.ts";
import { filesOfLetters, type LetterFile } from "./letter-attachments.ts";
import { ACKNOWLEDGE_PATH, acknowledgePath, letterRecipientOf } from "./letter-mail.ts";
import { answerFile } from "./serve-letter-files.ts";

const TITLE = "Xác nhận đã nhận thư";
const PATH = `${ACKNOWLEDGE_PATH}/:token{[A-Za-z0-9_-]{64}}`;

async function found(database: Database, token: string) {
  const id = letterRecipientOf(token);
  if (id === null) return null;
  const [row] = await database
    .select({ recipient: pressLetterRecipient, letter: pressLetter })
    .from(pressLetterRecipient)
    .innerJoin(pressLetter, eq(pressLetter.id, pressLetterRecipient.letterId))
    .where(eq(pressLetterRecipient.id, id));
  if (!row || row.letter.state === "draft") return null;
  const agency = await agencyById(database, row.recipient.agencyId);
  return { ...row, agencyName: agency?.name ?? "" };
}

type Found = NonNullable<Awaited<ReturnType<typeof found>>>;

const nowhere = (c: Context) =>
  publicPage(
    c,
    TITLE,
    html`<h1>${TITLE}</h1><p>Đường liên kết không đúng. Hãy chép trọn địa chỉ từ thư, hoặc trả lời thư để báo đã nhận.</p>`,
    404,
  );

/** What goes along, to be fetched; a path of its own for each. */
async function filesPart(database: Database, { letter, recipient }: Found) {
  const files = await filesOfLetters(database, letter.agencyId, [letter.id]);
  if (files.length === 0) return "";
  const line = ({ fileName, bytes, issues }: LetterFile, index: number) =>
    issues.length > 0
      ? html`<li>${fileName}: hiện không tải được</li>`
      : html`<li><a href="${acknowledgePath(recipient.id)}/tep/${index + 1}" download="${fileName}">${fileName}</a> (${sizeInWords(bytes)})</li>`;
  return html`<h2>Tệp đính kèm</h2><ul>${files.map(line)}</ul>`;
}

async function thanks(c: Context, database: Database, one: Found) {
  return publicPage(
    c,
    TITLE,
    html`<h1>Đã xác nhận</h1><p>${one.agencyName} đã ghi nhận quý cơ quan nhận thư “${one.letter.title}”. Xin cảm ơn.</p>${await filesPart(database, one)}`,
  );
}

/** What took its place, where the same newsroom was sent that. */
async function nextPart(database: Database, { letter, recipient }: Found) {
  const [next] = await database
    .select({ title: pressLetter.title, recipientId: pressLetterRecipient.id })
    .from(pressLetter)
    .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.letterId, pressLetter.id))
    .where(
      and(
        eq(pressLetter.replacesId, letter.id),
        eq(pressLetter.state, "sent"),
        eq(pressLetterRecipient.contactId, recipient.contactId),
      ),
    );
  return next
    ? html`<p>Thư thay thế: <a href="${acknowledgePath(next.recipientId)}">${next.title}</a></p>`
    : "";
}

async function withdrawn(c: Context, database: Database, one: Found) {
  const { letter, recipient, agencyName } = one;
  return publicPage(
    c,
    "Thư đã thu hồi",
    html`<h1>Thư đã thu hồi</h1><p>${agencyName} đã thu hồi thư dưới đây lúc ${formatDateTime(letter.withdrawnAt!)}. Đề nghị quý cơ quan không dùng nội dung thư này; không phải xác nhận nữa.</p><p class="words">${letter.title}</p><p>Lý do: ${sentence(letter.withdrawnWhy ?? "")}</p>${await nextPart(database, one)}${
      recipient.acknowledgedAt
        ? html`<p>Quý cơ quan đã xác nhận nhận thư lúc ${formatDateTime(recipient.acknowledgedAt)}, trước khi thư được thu hồi.</p>`
        : ""
    }`,
  );
}

/** Where a newsroom says, without an account, that it has a letter: by the button, for programs open links by themselves. */
export function serveAcknowledging(app: Hono, database: Database): void {
  app.get(PATH, async (c) => {
    const one = await found(database, c.req.param("token"));
    if (!one) return nowhere(c);
    if (one.letter.state === "withdrawn") return withdrawn(c, database, one);
    if (one.recipient.acknowledgedAt) return thanks(c, database, one);
    return publicPage(
      c,
      TITLE,
      html`<h1>${TITLE}</h1><p>Thư của ${one.agencyName}:</p><p class="words">${one.letter.title}</p>${await filesPart(database, one)}<form method="post"><button>Xác nhận đã nhận</button></form>`,
    );
  });
  app.post(PATH, async (c) => {
    const token = c.req.param("token");
    const one = await found(database, token);
    if (!one) return nowhere(c);
    const { recipient, letter } = one;
    await work(database, systemActor(recipient.agencyId, "Nơi nhận thư định hướng"), (current) =>
      markAcknowledged(current, { recipientId: recipient.id, letterId: letter.id, how: "link" }),
    );
    const after = (await found(database, token)) ?? one;
    return after.letter.state === "withdrawn" ? withdrawn(c, database, after) : thanks(c, database, after);
  });
  app.get(`${PATH}/tep/:number{[0-9]{1,2}}`, async (c) => {
    const one = await found(database, c.req.param("token"));
    if (!one) return nowhere(c);
    if (one.letter.state === "withdrawn") return withdrawn(c, database, one);
    const files = await filesOfLetters(database, one.letter.agencyId, [one.letter.id]);
    return (await answerFile(c, files[Number(c.req.param("number")) - 1])) ?? nowhere(c);
  });
}
