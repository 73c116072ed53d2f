import { and, eq } from "drizzle-orm";
import { suggestContent } from "#newsroom";
import { obligationsOnThemes } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Work } from "#platform/work/work.ts";
import { percentOf } from "../figures/measure-words.ts";
import { dossierPolicy } from "../policy.ts";
import { timelinessPraise } from "../tables.ts";
import { type PraiseMeasure, suggestedUnits } from "./praise-queries.ts";

/** How much of the reasons a suggestion holds. */
const LONGEST_WHY = 1_500;

/** A person finds these units worth praising: their figures are kept, and the newsroom is offered a story of them. */
export async function praiseUnits(
  work: Work,
  { period: written, keys, ...measure }: PraiseMeasure & { period: string; keys: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  dossierPolicy.permit(actor, "praise", { agencyId });
  const period = parsePeriod(written, "decree");
  const units = (await suggestedUnits(tx, { agencyId, period: period.code, measure })).filter(({ key }) =>
    keys.includes(key),
  );
  if (units.length === 0 || units.length < new Set(keys).size) {
    const message = "Số liệu đã đổi: có đơn vị không còn trong danh sách đề nghị. Hãy xem lại rồi chọn lại.";
    throw new Unacceptable(message, [{ field: "keys", message }]);
  }
  await tx
    .insert(timelinessPraise)
    .values(
      units.map(({ key, label, early, onTime, resolved }) => ({
        ...{ agencyId, period: period.code, unitKey: key, unit: label, early, onTime, resolved },
        ...{ praisedBy: personId, praisedAt: at },
      })),
    )
    .onConflictDoNothing();
  const praised = await tx
    .select()
    .from(timelinessPraise)
    .where(and(eq(timelinessPraise.agencyId, agencyId), eq(timelinessPraise.period, period.code)));
  const named = praised.map(({ unit, early, onTime, resolved }) => {
    const share = { numerator: early + onTime, denominator: resolved };
    return `${unit}: ${percentOf(share)} trước hạn và đúng hạn (${share.numerator}/${resolved}), trước hạn ${early}`;
  });
  const [obligationId] = await obligationsOnThemes(tx, agencyId, ["pillar.procedures.on-time-praise"]);
  await suggestContent(work, {
    ...{ source: "timeliness-praise", sourceLabel: "Biểu dương giải quyết hồ sơ đúng hạn", key: period.code },
    title: `Biểu dương đơn vị giải quyết hồ sơ trước hạn, đúng hạn, ${period.label}`,
    why: `${named.join("; ").slice(0, LONGEST_WHY)}.`,
    href: `/tien-do-ho-so?the=bieu-duong&ky=${period.code}`,
    ...(obligationId && { obligationId }),
  });
  await work.record({
    ...{ act: "praise-units", objectKind: "timeliness-praise", objectId: agencyId },
    after: { period: period.code, units: units.map(({ label }) => label) },
  });
}
