import { eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { moveReport } from "../move-report.ts";
import { reportOfPeriod, textOf } from "../report-queries.ts";
import {
  unitReport,
  unitReportGathered,
  unitReportGathering,
  unitReportSending,
  unitReportText,
} from "../tables.ts";
import { writeText } from "../write-text.ts";
import { gatheredSections, withoutGathered } from "./gathered-sections.ts";
import { unitReportPolicy } from "./policy.ts";
import { gatherHindrance, requestById } from "./request-queries.ts";
import { unitStanding } from "./unit-standing.ts";

/**
 * Writes what was accepted of the units into the agency's draft, in place of what an earlier gathering wrote; which
 * sending of each unit it was is kept with the version. Throws Conflict where there is no draft or nothing accepted.
 */
export async function gatherUnitReports(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const seen = await requestById(tx, agencyId, id);
  unitReportPolicy.permit(actor, "gather", { agencyId });
  const { planId, basis, periodCode: code } = seen;
  const own = await reportOfPeriod(tx, agencyId, planId, { code, basis });
  const why = gatherHindrance(seen, own);
  if (own === null || why !== null) throw new Conflict(why ?? "");
  const gatheringId = uuidv7();
  await moveReport(work, own.id, "edit", "edit-report", async (found) => {
    // The report first and the request behind it, as its signing holds them.
    const request = await requestById(tx, agencyId, id, { locked: true });
    const whyNow = gatherHindrance(request, found);
    if (whyNow !== null) throw new Conflict(whyNow);
    const rows = await tx
      .select({
        unitId: unitReport.unitId,
        state: unitReport.state,
        sending: unitReportSending,
        text: unitReportText,
      })
      .from(unitReport)
      .innerJoin(unitReportSending, eq(unitReportSending.id, unitReport.sendingId))
      .innerJoin(unitReportText, eq(unitReportText.id, unitReportSending.textId))
      .where(eq(unitReport.requestId, id));
    const units = await unitsOfAgency(tx, agencyId, { closed: true });
    const accepted = units.flatMap((unit) =>
      rows
        .filter(({ unitId, state }) => unitId === unit.id && state === "accepted")
        .map(({ sending, text: { version, content } }) => ({
          unitName: unit.name,
          sendingId: sending.id,
          round: sending.round,
          figures: sending.figures,
          version,
          content,
        })),
    );
    if (accepted.length === 0)
      throw new Conflict("Chưa có báo cáo đơn vị nào được tiếp nhận nên chưa có gì để tổng hợp.");
    const standing = (await unitStanding(
      tx,
      { agencyId, planId, code, basis },
      toVietnamDate(at).toString(),
    ))!;
    const { content } = (await textOf(tx, found))!;
    const textId = await writeText(work, found, {
      ...content,
      sections: [
        ...withoutGathered(content.sections),
        ...gatheredSections(accepted, {
          extras: request.extras,
          standing,
          waiting: units.flatMap(({ id: unitId, name }) =>
            rows.some((row) => row.unitId === unitId && row.state !== "accepted") ? [name] : [],
          ),
          at,
        }),
      ],
    });
    await tx.insert(unitReportGathering).values({
      id: gatheringId,
      agencyId,
      requestId: id,
      reportId: found.id,
      textId,
      gatheredBy: actor.personId,
      gatheredAt: at,
    });
    await tx
      .insert(unitReportGathered)
      .values(accepted.map(({ sendingId }) => ({ gatheringId, sendingId, agencyId })));
    await work.record({
      act: "gather-unit-reports",
      objectKind: "unit-report-request",
      objectId: id,
      after: {
        periodLabel: request.periodLabel,
        gathered: accepted
          .map(({ unitName, round, version }) => `${unitName}: lần ${round}, bản ${version}`)
          .join("; "),
      },
    });
    return { textId };
  });
}
