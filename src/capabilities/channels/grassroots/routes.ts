import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { emptyList, faultyList } from "#platform/sheets/list-sheets.ts";
import type { Work } from "#platform/work/work.ts";
import { bindCertificate } from "./bind-certificate.ts";
import { broadcastOf } from "./broadcast-queries.ts";
import { confirmUrgent } from "./confirm-urgent.ts";
import { loudspeakerContract } from "./contract.ts";
import { coverageOf, coverageSheet } from "./coverage.ts";
import { importPlayLog } from "./import-play-log.ts";
import { planBroadcasts } from "./plan-broadcasts.ts";
import { type PlayField, playWords } from "./play-list.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { listBulletins, presentBroadcasts } from "./present-broadcasts.ts";
import { recordPlayByHand } from "./record-play-by-hand.ts";
import { presentLoudspeakers } from "./register-queries.ts";
import { saveArea } from "./save-area.ts";
import { saveSlot } from "./save-slot.ts";
import { saveStation } from "./save-station.ts";
import { setLimits } from "./set-limits.ts";
import { makeStationKey, revokeStationKey } from "./station-keys.ts";
import { takePackage } from "./take-package.ts";
import { tryPlayLog } from "./try-play-log.ts";
import { withdrawBroadcasts } from "./withdraw-broadcasts.ts";

const api = implement(loudspeakerContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  database: Database;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Acts on the register answer with the register as it is afterwards. */
const kept =
  <Input>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return presentLoudspeakers(work.tx, context.actor);
    });

/** Acts on the bulletins of a delivery answer with them as they are afterwards. */
const given =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return presentBroadcasts(work.tx, context.actor, input.id);
    });

interface Told {
  file: File;
  sheet?: string | undefined;
  headerLine?: number | undefined;
  columns?: (PlayField | "")[] | undefined;
}
const fileOf = async ({ file, sheet, headerLine, columns }: Told) => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  ...{ sheet, headerLine, columns },
});

const tried = async ({ input, context: { database, actor } }: { input: Told; context: Acting }) => {
  const trial = await tryPlayLog(database, actor.agencyId, await fileOf(input));
  return { ...trial, lines: trial.lines.map(({ play: _, ...line }) => line) };
};

export const loudspeakerRoutes = {
  loudspeakers: api.loudspeakers.handler(({ context: { database, actor } }) =>
    presentLoudspeakers(database, actor),
  ),
  addLoudspeakerArea: api.addLoudspeakerArea.handler(
    kept((work, input) => saveArea(work, { id: null, ...input })),
  ),
  changeLoudspeakerArea: api.changeLoudspeakerArea.handler(kept(saveArea)),
  addLoudspeakerStation: api.addLoudspeakerStation.handler(
    kept((work, input) => saveStation(work, { id: null, ...input })),
  ),
  changeLoudspeakerStation: api.changeLoudspeakerStation.handler(kept(saveStation)),
  addLoudspeakerSlot: api.addLoudspeakerSlot.handler(
    kept((work, input) => saveSlot(work, { id: null, ...input })),
  ),
  changeLoudspeakerSlot: api.changeLoudspeakerSlot.handler(kept(saveSlot)),
  setLoudspeakerLimits: api.setLoudspeakerLimits.handler(kept(setLimits)),
  makeStationKey: api.makeStationKey.handler(({ input, context }) =>
    context.work(async (work) => ({
      key: await makeStationKey(work, input),
      register: await presentLoudspeakers(work.tx, context.actor),
    })),
  ),
  bindStationCertificate: api.bindStationCertificate.handler(kept(bindCertificate)),
  revokeStationKey: api.revokeStationKey.handler(kept(revokeStationKey)),
  loudspeakerBulletins: api.loudspeakerBulletins.handler(({ input, context: { database, actor } }) =>
    listBulletins(database, actor, input.page),
  ),
  broadcasts: api.broadcasts.handler(({ input, context: { database, actor } }) =>
    presentBroadcasts(database, actor, input.id),
  ),
  planBroadcasts: api.planBroadcasts.handler(given(planBroadcasts)),
  confirmUrgentBroadcast: api.confirmUrgentBroadcast.handler(given(confirmUrgent)),
  withdrawBroadcasts: api.withdrawBroadcasts.handler(given(withdrawBroadcasts)),
  broadcastPackage: api.broadcastPackage.handler(async ({ input, context }) => {
    const { bytes, name } = await context.work(async (work) => {
      loudspeakerPolicy.permit(work.actor, "record", { agencyId: work.actor.agencyId });
      return takePackage(work, { id: input.id, takenBy: work.actor.name, personId: work.actor.personId });
    });
    return download(bytes, name, "application/zip");
  }),
  recordPlay: api.recordPlay.handler(({ input, context }) =>
    context.work(async (work) => {
      await recordPlayByHand(work, input);
      const { broadcast } = await broadcastOf(work.tx, context.actor, input.id);
      return presentBroadcasts(work.tx, context.actor, broadcast.deliveryId);
    }),
  ),
  loudspeakerCoverage: api.loudspeakerCoverage.handler(({ input, context: { database, actor } }) =>
    coverageOf(database, actor, input.month),
  ),
  loudspeakerCoverageSheet: api.loudspeakerCoverageSheet.handler(({ input, context: { database, actor } }) =>
    download(
      coverageSheet(database, actor, input.month),
      `do-phu-truyen-thanh-${input.month}.xlsx`,
      mediaTypes.xlsx,
    ),
  ),
  playLogTemplate: api.playLogTemplate.handler(() =>
    download(writeXlsx(emptyList("Nhật ký phát", playWords)), "mau-nhat-ky-phat.xlsx", mediaTypes.xlsx),
  ),
  tryPlayLog: api.tryPlayLog.handler(tried),
  faultyPlayLines: api.faultyPlayLines.handler(async (call) => {
    const { lines } = await tried(call);
    return download(writeXlsx([faultyList(playWords, lines)]), "dong-chua-dung.xlsx", mediaTypes.xlsx);
  }),
  importPlayLog: api.importPlayLog.handler(async ({ input, context }) => {
    const file = await fileOf(input);
    return context.work((work) =>
      importPlayLog(work, { fileName: input.file.name, seen: input.seen, ...file }),
    );
  }),
};
