import { eq, sql } from "drizzle-orm";
import { notify } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { addEvent } from "../move-content.ts";
import { amongSeers } from "../readers/hidden.ts";
import { outsideCheck } from "../tables.ts";
import type { Verdict } from "./outside-check.ts";
import { checkByToken } from "./outside-check-queries.ts";

type Check = typeof outsideCheck.$inferSelect;

const expertActor = ({ agencyId, name, organization }: Check) =>
  systemActor(agencyId, `Chuyên gia ngoài: ${name} (${organization})`);

/** Writes down that the link was opened. */
export async function noteOpening(database: Database, check: Check): Promise<void> {
  await work(database, expertActor(check), async ({ tx, at, record }) => {
    await tx
      .update(outsideCheck)
      .set({
        openings: sql`${outsideCheck.openings} + 1`,
        openedAt: sql`coalesce(${outsideCheck.openedAt}, ${at.toISOString()}::timestamptz)`,
      })
      .where(eq(outsideCheck.id, check.id));
    await record({
      act: "open-outside",
      objectKind: "content",
      objectId: check.itemId,
      after: { checkId: check.id, revisionId: check.revisionId, hash: check.hash },
    });
  });
}

/** Takes the expert's answer, once; false: the link had ended. It is a check of facts and approves nothing. */
export async function answerCheck(
  database: Database,
  token: string,
  { verdict, words, name }: { verdict: Verdict; words: string; name: string },
): Promise<boolean> {
  const known = await checkByToken(database, token, new Date());
  if (!known) return false;
  return work(database, expertActor(known.check), async (current) => {
    const { tx, at } = current;
    const found = await checkByToken(tx, token, at, { lock: true });
    if (!found || found.end !== null) return false;
    const { check, item, text } = found;
    await tx
      .update(outsideCheck)
      .set({ verdict, words: words || null, answeredName: name, answeredAt: at })
      .where(eq(outsideCheck.id, check.id));
    await addEvent(current, item, "answer-outside", {
      note: `${verdict === "right" ? "Đúng" : "Cần sửa"}, bản ${text.number}`,
      reason: words || null,
    });
    await current.record({
      act: "answer-outside",
      objectKind: "content",
      objectId: item.id,
      after: {
        checkId: check.id,
        revisionId: check.revisionId,
        hash: check.hash,
        verdict,
        ...(!item.limited && { words }),
        name,
      },
    });
    await notify(current, {
      personIds: await amongSeers(tx, item, [...new Set([check.askedBy, item.createdBy])]),
      cause: `outside-check-answered:${item.id}:${check.id}`,
      kind: "content",
      title: `Chuyên gia ngoài đã trả lời: ${text.title}`,
      href: `/workspace/noi-dung/${item.id}`,
    });
    return true;
  });
}
