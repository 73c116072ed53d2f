import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { indicesContract } from "./contract.ts";
import { entitiesOf, listIndices, presentIndex } from "./index-queries.ts";
import { linkComponent } from "./link-component.ts";
import { publishIndex } from "./publishing/publish-index.ts";
import { saveEntity } from "./save-entity.ts";
import { saveIndex } from "./save-index.ts";
import { removeResult, saveResult } from "./save-result.ts";
import { addProof, removeProof } from "./self-scoring/add-proof.ts";
import { claimPoints } from "./self-scoring/claim-points.ts";
import { exportAnnex } from "./self-scoring/export-annex.ts";
import { makeSheet } from "./self-scoring/make-sheet.ts";
import { readCriteria } from "./self-scoring/read-criteria.ts";
import { explainGap, recordRound } from "./self-scoring/record-round.ts";
import { findEvidence, listSheets, presentSheet } from "./self-scoring/sheet-queries.ts";
import { submitSheet } from "./self-scoring/submit-sheet.ts";
import { presentServing } from "./serving.ts";
import { removeTarget, setTarget } from "./set-target.ts";

const api = implement(indicesContract).$context<ApiContext>().use(authorised);

/** Every act on an index answers with it as it is then. */
export const indicesRoutes = {
  indices: api.indices.handler(({ context: { database, actor } }) => listIndices(database, actor)),
  index: api.index.handler(({ input, context: { database, actor } }) =>
    presentIndex(database, actor, input.id),
  ),
  saveIndex: api.saveIndex.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveIndex(work, input);
      return presentIndex(work.tx, context.actor, input.id);
    }),
  ),
  serving: api.serving.handler(({ input, context: { database, actor } }) =>
    presentServing(database, actor, input),
  ),
  linkComponent: api.linkComponent.handler(({ input, context }) =>
    context.work(async (work) => presentIndex(work.tx, context.actor, await linkComponent(work, input))),
  ),
  saveEntity: api.saveEntity.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveEntity(work, input);
      return { entities: await entitiesOf(work.tx, context.actor.agencyId) };
    }),
  ),
  saveResult: api.saveResult.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveResult(work, input);
      return presentIndex(work.tx, context.actor, input.indexId);
    }),
  ),
  removeResult: api.removeResult.handler(({ input, context }) =>
    context.work(async (work) => presentIndex(work.tx, context.actor, await removeResult(work, input))),
  ),
  publishIndex: api.publishIndex.handler(({ input, context }) =>
    context.work(async (work) => {
      await publishIndex(work, input);
      return presentIndex(work.tx, context.actor, input.id);
    }),
  ),
  setTarget: api.setTarget.handler(({ input, context }) =>
    context.work(async (work) => {
      await setTarget(work, input);
      return presentIndex(work.tx, context.actor, input.indexId);
    }),
  ),
  removeTarget: api.removeTarget.handler(({ input, context }) =>
    context.work(async (work) => presentIndex(work.tx, context.actor, await removeTarget(work, input))),
  ),
  selfScores: api.selfScores.handler(({ context: { database, actor } }) => listSheets(database, actor)),
  readCriteria: api.readCriteria.handler(async ({ input }) =>
    readCriteria(new Uint8Array(await input.file.arrayBuffer())),
  ),
  makeSheet: api.makeSheet.handler(({ input, context }) =>
    context.work(async (work) => {
      await makeSheet(work, input);
      return presentSheet(work.tx, context.actor, input.id);
    }),
  ),
  selfScore: api.selfScore.handler(({ input, context: { database, actor } }) =>
    presentSheet(database, actor, input.id),
  ),
  findEvidence: api.findEvidence.handler(({ input, context: { database, actor } }) =>
    findEvidence(database, actor, input),
  ),
  claimPoints: api.claimPoints.handler(({ input, context }) =>
    context.work(async (work) => presentSheet(work.tx, context.actor, await claimPoints(work, input))),
  ),
  addProof: api.addProof.handler(({ input, context }) =>
    context.work(async (work) => presentSheet(work.tx, context.actor, await addProof(work, input))),
  ),
  removeProof: api.removeProof.handler(({ input, context }) =>
    context.work(async (work) => presentSheet(work.tx, context.actor, await removeProof(work, input))),
  ),
  submitSheet: api.submitSheet.handler(({ input, context }) =>
    context.work(async (work) => {
      await submitSheet(work, input);
      return presentSheet(work.tx, context.actor, input.id);
    }),
  ),
  recordRound: api.recordRound.handler(({ input, context }) =>
    context.work(async (work) => {
      await recordRound(work, input);
      return presentSheet(work.tx, context.actor, input.sheetId);
    }),
  ),
  explainGap: api.explainGap.handler(({ input, context }) =>
    context.work(async (work) => presentSheet(work.tx, context.actor, await explainGap(work, input))),
  ),
  annex: api.annex.handler(({ input, context }) =>
    download(
      context.work((work) => exportAnnex(work, input)),
      "phieu-tu-cham.xlsx",
      mediaTypes.xlsx,
    ),
  ),
};
