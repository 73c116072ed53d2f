import { sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { dossierPolicy } from "../policy.ts";
import { serviceIndexImport, serviceIndexScore } from "../tables.ts";
import { MOST_SCORES } from "./read-scores.ts";
import { type Score, scoreKeys } from "./score.ts";
import { scoresOf } from "./score-queries.ts";

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

const keyOf = ({ entity, scoredOn }: Score) => `${entity}\n${scoredOn}`;

/** Takes scores in as they were published; what is known already changes nothing, another score of a day holds from now. */
export async function importScores(
  work: Work,
  { scores, fileName }: { scores: Score[]; fileName: string | null },
): Promise<{ added: number; changed: number; unchanged: number }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "import", { agencyId });
  if (scores.length === 0) refuse("Bảng không có dòng điểm nào.");
  if (scores.length > MOST_SCORES) refuse(`Bảng có hơn ${MOST_SCORES} dòng nên chưa nhập; hãy chia nhỏ.`);
  const today = toVietnamDate(at).toString();
  const future = scores.find(({ scoredOn }) => scoredOn > today);
  if (future) refuse(`Điểm của ngày ${future.scoredOn} ở tương lai nên chưa nhập dòng nào.`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`service-index ${agencyId}`}, 0))`);
  const known = new Map((await scoresOf(tx, agencyId)).map((score) => [keyOf(score), score]));
  const fresh = [...new Map(scores.map((score) => [keyOf(score), score])).values()].filter((score) => {
    const before = known.get(keyOf(score));
    return !before || before.url !== score.url || scoreKeys.some((key) => before[key] !== score[key]);
  });
  const added = fresh.filter((score) => !known.has(keyOf(score))).length;
  const counts = { added, changed: fresh.length - added };
  if (fresh.length > 0) {
    const id = uuidv7();
    await tx.insert(serviceIndexImport).values({
      ...{ id, agencyId, fileName, ...counts, importedBy: personId, importedAt: at },
    });
    await tx
      .insert(serviceIndexScore)
      .values(fresh.map((score) => ({ ...score, id: uuidv7(), agencyId, importId: id })));
    await work.record({
      ...{ act: "import-service-index", objectKind: "service-index-import", objectId: id },
      after: { fileName, ...counts },
    });
  }
  return { ...counts, unchanged: scores.length - fresh.length };
}
