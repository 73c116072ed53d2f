import { measuredDocuments, promptnessOf } from "#documents";
import type { Queryable } from "#platform/database/database.ts";
import { isSettled, postingBoard, postingStateLabels } from "#procedures";
import type { ChainPublicity } from "./publicity.ts";

/** Where procedures stand on `day`, and how promptly the documents that were issued in the period became public. */
export async function gatherPublicity(
  q: Queryable,
  agencyId: string,
  { from, to, day }: { from: string; to: string; day: string },
): Promise<ChainPublicity> {
  const board = await postingBoard(q, agencyId, day);
  const setting = await promptnessOf(q, agencyId);
  return {
    day,
    places: board.places.map(({ id, name, workingDays }) => ({ id, name, workingDays })),
    procedures: board.rows.map(({ procedureId, code, name, version, isOver, cells }) => ({
      ...{ id: procedureId, code, name, version, isOver },
      cells: cells
        .filter(({ state }) => state !== "none")
        .map(({ placeId, state, dueOn, isLate }) => ({
          ...{ placeId, dueOn, isLate },
          isSettled: isSettled(state),
          stateLabel: postingStateLabels[state],
        })),
    })),
    documents: setting && {
      workingDays: setting.workingDays,
      rows: (await measuredDocuments(q, agencyId, { from, to, day })).map(
        ({ id, type, number, issuedOn, publishedAt, workingDays, state }) => ({
          ...{ id, title: `${type} ${number}`, issuedOn, workingDays, state },
          publishedAt: publishedAt === null ? null : publishedAt.toISOString(),
        }),
      ),
    },
  };
}
