import { sql } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { rememberHeads } from "#platform/sheets/said-heads.ts";
import type { Work } from "#platform/work/work.ts";
import { figureImport, figureReading } from "../../tables.ts";
import { definitionsOf, type SaidBySource } from "../definition-of.ts";
import { figurePolicy } from "../policy.ts";
import { figureList, figureWords } from "./figure-list.ts";
import { type FigureTable, type NewFigure, tryFigures } from "./try-figures.ts";

/** So many rows are handed to the database in one go. */
const PART = 5_000;
const AGAIN = "Ghi lại sau khi đã bỏ số trước.";

const saidIn = (sourceName: string, { post, metric, field }: NewFigure): SaidBySource => ({
  ...{ network: post.network, metric, source: "person", name: sourceName },
  words: `Cột “${figureWords[field].header}” của tệp do ${sourceName} xuất hoặc lập, được nhập từ tệp.`,
});

/**
 * Takes the new numbers of a table as they were seen, all in one act; lines with faults are left out, as the trial has
 * said. A number that is there already is not taken twice.
 */
export async function importFigures(
  work: Work,
  {
    fileName,
    sourceName,
    seen,
    ...table
  }: FigureTable & { fileName: string; sourceName: string; seen: string },
): Promise<{ importId: string; figures: number; posts: number }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  figurePolicy.permit(actor, "import", { agencyId });
  if (sourceName.trim() === "") {
    const message = "Hãy ghi số do đâu xuất ra: Meta Business Suite, YouTube Studio, một đơn vị…";
    throw new Unacceptable(message, [{ field: "sourceName", message }]);
  }
  // Two who bring the same table at once: the second sees what the first has written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`figure-import ${agencyId}`}, 0))`);
  const trial = await tryFigures(tx, actor, table, at);
  if (trial.seen !== seen)
    throw new Conflict("Tệp hoặc số liệu vừa có thay đổi từ lúc xem thử nên chưa nhập.", {
      advice: "Chưa có gì thay đổi. Bản xem thử đã được đọc lại; hãy xem rồi nhập.",
    });
  const figures = trial.lines.flatMap((line) => (line.state === "new" ? line.figures : []));
  if (figures.length === 0) throw new Conflict("Tệp không có số nào mới; không có gì thay đổi.");
  const source = sourceName.trim();
  const definitionOf = await definitionsOf(
    work,
    figures.map((figure) => saidIn(source, figure)),
  );
  if (table.columns) await rememberHeads(work, "figures", figureList.words, trial.columns);
  const importId = uuidv7();
  await tx
    .insert(figureImport)
    .values({ id: importId, agencyId, fileName, sourceName: source, importedBy: personId, importedAt: at });
  for (let from = 0; from < figures.length; from += PART) {
    const rows = figures.slice(from, from + PART).map((figure) => ({
      ...{ id: uuidv7(), agency_id: agencyId, placement_id: figure.post.placementId },
      ...{ metric: figure.metric, value: figure.value, taken_at: figure.takenAt, day_only: figure.dayOnly },
      ...{ source: "person", definition_id: definitionOf(saidIn(source, figure)) },
      ...{ recorded_by: personId, recorded_at: at, import_id: importId },
      ...{ supersedes: figure.supersedes, reason: figure.supersedes && AGAIN },
    }));
    const { rowCount } = await tx.execute(sql`
      insert into ${figureReading} select * from jsonb_populate_recordset(null::figure_reading, ${JSON.stringify(rows)}::jsonb)
      on conflict do nothing`);
    if (rowCount !== rows.length)
      throw new Conflict("Có người vừa ghi một số trong tệp này nên chưa nhập gì; hãy xem thử lại rồi nhập.");
  }
  const posts = new Set(figures.map(({ post }) => post.placementId)).size;
  await work.record({
    act: "import-figures",
    objectKind: "figure-import",
    objectId: importId,
    after: { fileName, sourceName: source, figures: figures.length, posts },
  });
  return { importId, figures: figures.length, posts };
}
