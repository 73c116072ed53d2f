import { implement } from "@orpc/server";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { faultyList } from "#platform/sheets/list-sheets.ts";
import { procedureListWords } from "../list-imports/list-words.ts";
import { procedurePolicy } from "../policy.ts";
import { placesOf } from "../postings/place-queries.ts";
import { comparedColumns } from "./compare-row.ts";
import { compareSnapshot } from "./compare-snapshot.ts";
import { snapshotContract } from "./contract.ts";
import { dropSnapshot } from "./drop-snapshot.ts";
import { proveBySnapshot } from "./prove-by-snapshot.ts";
import { resultSheets } from "./result-sheet.ts";
import { type Snapshot, snapshotOf, snapshotsOf } from "./snapshot-queries.ts";
import { takeSnapshot } from "./take-snapshot.ts";

const api = implement(snapshotContract).$context<ApiContext>().use(authorised);

const mayOf = (actor: Actor) => procedurePolicy.may(actor, { agencyId: actor.agencyId });

async function presented(q: Queryable, agencyId: string, snapshots: Snapshot[]) {
  const places = new Map((await placesOf(q, agencyId)).map(({ id, name }) => [id, name]));
  const names = await personNames(
    q,
    snapshots.flatMap(({ takenBy }) => takenBy ?? []),
  );
  return snapshots.map(({ id, placeId, asOf, isFull, fileName, takenAt, takenBy }) => ({
    ...{ id, placeId, asOf, isFull, fileName, takenAt },
    placeName: places.get(placeId) ?? "",
    takenByName: (takenBy && names.get(takenBy)) ?? "Hệ thống",
  }));
}

const listed = async (q: Queryable, actor: Actor) => ({
  snapshots: await presented(q, actor.agencyId, await snapshotsOf(q, actor.agencyId)),
  places: (await placesOf(q, actor.agencyId))
    .filter(({ isUsed }) => isUsed)
    .map(({ id, name }) => ({ id, name })),
  may: mayOf(actor),
});

export const snapshotRoutes = {
  snapshots: api.snapshots.handler(({ context: { database, actor } }) => listed(database, actor)),
  takeSnapshot: api.takeSnapshot.handler(async ({ input: { file, isFull, ...given }, context }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await context.work((work) =>
      takeSnapshot(work, { ...given, bytes, isFull: isFull === "yes", fileName: file.name }),
    );
    return { id: given.id };
  }),
  snapshot: api.snapshot.handler(async ({ input: { id }, context: { database, actor } }) => {
    const { snapshot, findings } = await compareSnapshot(database, actor.agencyId, id, today().toString());
    const [shown] = await presented(database, actor.agencyId, [snapshot]);
    return {
      snapshot: shown!,
      compared: comparedColumns(snapshot.columns),
      bad: snapshot.rejected.map(({ row, errors }) => ({ row, errors })),
      findings,
      may: mayOf(actor),
    };
  }),
  snapshotSheet: api.snapshotSheet.handler(async ({ input: { id }, context: { database, actor } }) =>
    download(
      writeXlsx(resultSheets(await compareSnapshot(database, actor.agencyId, id, today().toString()))),
      "doi-chieu-thu-tuc.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  faultySnapshotRows: api.faultySnapshotRows.handler(
    async ({ input: { id }, context: { database, actor } }) => {
      const { rejected } = await snapshotOf(database, actor.agencyId, id);
      return download(
        writeXlsx([
          faultyList(
            procedureListWords,
            rejected.map(({ row, ...rest }) => ({ ...rest, line: row, state: "bad" })),
          ),
        ]),
        "dong-chua-dung.xlsx",
        mediaTypes.xlsx,
      );
    },
  ),
  proveBySnapshot: api.proveBySnapshot.handler(async ({ input, context }) => ({
    written: await context.work((work) => proveBySnapshot(work, input)),
  })),
  dropSnapshot: api.dropSnapshot.handler(({ input, context }) =>
    context.work(async (work) => {
      await dropSnapshot(work, input);
      return listed(work.tx, context.actor);
    }),
  ),
};
