import { notify } from "#organization";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { keepersOfRegister } from "../sharing/share-document.ts";
import { documentPromptness } from "../tables.ts";
import { measuredDocuments } from "./promptness-queries.ts";

/** Tells those who keep the register, once each, of documents that should be public by now and are not. */
export async function tellLateDocuments(database: Database): Promise<number> {
  const day = today().toString();
  let told = 0;
  for (const { agencyId, workingDays } of await database.select().from(documentPromptness)) {
    const found = await measuredDocuments(database, agencyId, { from: "0001-01-01", to: day, day });
    const late = found.filter(({ state, publishedAt }) => state === "late" && publishedAt === null);
    if (late.length === 0) continue;
    await work(database, systemActor(agencyId), async (current) => {
      const personIds = await keepersOfRegister(current.tx, agencyId);
      for (const { id, type, number } of late)
        await notify(current, {
          personIds,
          cause: `document-late:${id}`,
          kind: "document-late",
          title: `${type} ${number} chưa công khai trên cổng sau ${workingDays} ngày làm việc`,
          href: `/workspace/van-ban/${id}`,
        });
    });
    told += late.length;
  }
  return told;
}
