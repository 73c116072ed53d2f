import { pickupsAt } from "#channels";
import { newestWords, type PublishedWords } from "#newsroom";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { articleAddress } from "#platform/text/article-address.ts";
import { work } from "#platform/work/work.ts";
import { answerIncident, closeIncident } from "./incidents/handle-incident.ts";
import { openIncident } from "./incidents/open-incident.ts";
import { escapeHtml } from "./reading/clean-html.ts";
import type { ReadItem } from "./reading/read-feed.ts";
import { PICKED_UP, sampleArticles, sampleSources } from "./sample-press.ts";
import { itemsAt } from "./sorting/items-at.ts";
import { markTone } from "./sorting/mark-tone.ts";
import { sortItems } from "./sorting/sort-items.ts";
import { addSource } from "./sources/add-source.ts";
import { stopSource } from "./sources/switch-source.ts";

const sampleId = (kind: number, index: number) =>
  `01970000-0000-7000-8000-00f${kind}${index.toString(16).padStart(8, "0")}`;

const person = (email: string, name: string, role: Role, unit: string): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const editor = person("editor", "Lê Thị Mẫu", "editor", "ttbcxb");

const HOUR = 3_600_000;

/** The text of ours that an invented article was made of: all of it but the title. */
function takenFrom(
  own: readonly PublishedWords[],
  isIt: (one: PublishedWords) => boolean,
  credit = "",
): string {
  const [, ...lines] = own.find(isIt)?.words.split("\n") ?? [];
  return [...lines, credit]
    .filter((line) => line !== "")
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join("");
}

async function articlesOf(database: Database, now: Date): Promise<ReadItem[][]> {
  const own = await newestWords(database, SAMPLE_AGENCY_ID, { limit: 100 });
  const [noted] = await pickupsAt(database, editor, [articleAddress(PICKED_UP)!.key]);
  const read: ReadItem[][] = sampleSources.map(() => []);
  for (const { source, url, title, summary, hoursAgo, madeOf, credit } of sampleArticles)
    read[source]!.push({
      ...{ id: url, url, title, summary },
      publishedAt: new Date(now.getTime() - hoursAgo * HOUR).toISOString(),
      html: madeOf
        ? takenFrom(
            own,
            ({ id, words }) =>
              madeOf === "picked-up" ? id === noted?.itemId : words.startsWith(`${madeOf}\n`),
            credit,
          )
        : null,
    });
  return read;
}

/** What the sample's press wrote of it, sorted, with what came of criticism; all invented, its addresses never asked. */
export async function loadSampleListening(database: Database): Promise<void> {
  const now = new Date();
  const read = await articlesOf(database, now);
  for (const [index, { kind, name, url }] of sampleSources.entries())
    await work(
      database,
      editor,
      async (current) => {
        const id = sampleId(1, index + 1);
        const feed = { title: name, items: read[index]!, itemsInFile: read[index]!.length, warnings: [] };
        await addSource(current, {
          ...{ id, name, kind },
          tried: { url, feed, movedTo: null, etag: null, lastModified: null },
        });
        await stopSource(current, { id, reason: "Nguồn tin mẫu, địa chỉ không có thật nên không đọc thêm" });
      },
      { at: now },
    );
  await sortItems(database, now);
  const ids = await itemsAt(
    database,
    SAMPLE_AGENCY_ID,
    sampleArticles.map(({ url }) => url),
  );
  for (const [index, { url, hoursAgo, tone, incident }] of sampleArticles.entries()) {
    const itemId = ids.get(url)!;
    const seen = now.getTime() - (hoursAgo - 1) * HOUR;
    const at = (hours: number) => ({ at: new Date(seen + hours * HOUR) });
    if (tone) await work(database, editor, (current) => markTone(current, { id: itemId, tone }), at(0));
    if (!incident) continue;
    const { handler, title, answered, closed } = incident;
    const id = sampleId(2, index + 1);
    const opened = { id, itemId, title, url: null, handlerId: samplePersonId(handler) };
    await work(database, editor, (current) => openIncident(current, opened), at(0));
    if (answered)
      await work(
        database,
        editor,
        (current) => answerIncident(current, { id, answer: answered.words, answerUrl: null }),
        at(answered.after),
      );
    if (closed)
      await work(
        database,
        editor,
        (current) => closeIncident(current, { id, result: closed.result }),
        at(closed.after),
      );
  }
}
