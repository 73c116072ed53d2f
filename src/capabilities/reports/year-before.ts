import { planChain } from "#plan";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Chain, YearBefore } from "./chain.ts";
import { gatherCommunication } from "./communication/gather-communication.ts";
import { gatherEvents } from "./events/gather-events.ts";
import { countFigures } from "./figures.ts";
import { documentsIssued, evidenceRows, publishedIn } from "./gather-chain.ts";
import { gatherListening } from "./listening/gather-listening.ts";
import { frozenOf, signedReportsOfPeriod } from "./report-queries.ts";

const everything = "2000-01-01";

/**
 * What is known of the same period of the year before: the figures of its signed report where there is one, else what
 * the register, the proofs and the newsroom hold of that time. Null when this installation held nothing yet: a
 * department that began later has no figure to compare, which is something else than zero.
 */
export async function yearBefore(q: Queryable, agencyId: string, chain: Chain): Promise<YearBefore | null> {
  const { code, basis } = chain.period;
  const period = parsePeriod(`${Number(code.slice(0, 4)) - 1}${code.slice(4)}`, basis);
  const [signed] = await signedReportsOfPeriod(q, agencyId, period);
  const frozen = signed && (await frozenOf(q, signed));
  if (frozen)
    return {
      label: period.label,
      source:
        signed.issuedNumber === null
          ? `Báo cáo ${period.label} đã ký duyệt`
          : `Báo cáo số ${signed.issuedNumber}/BC-${chain.agency.symbol}`,
      figures: frozen.figures.map(({ key, numerator, denominator }) => ({ key, numerator, denominator })),
    };
  const upToThen = { from: everything, to: period.to };
  const content = await publishedIn(q, agencyId, upToThen);
  const { evidence } = await planChain(q, agencyId, chain.plan.id, upToThen);
  if (content.length === 0 && evidence.length === 0) return null;
  const startsAt = new Date(period.startsAt).toISOString();
  const then: Chain = {
    ...chain,
    period,
    documents: await documentsIssued(q, agencyId, period),
    obligations: [],
    tasks: [],
    content: content.filter(({ publishedAt }) => publishedAt >= startsAt),
    evidence: evidenceRows(evidence).filter(({ at }) => at >= startsAt),
    // Of these nothing is counted anew of a year before: what stands in the chain is of this year.
    ...{ publicity: undefined, dossiers: undefined, feedback: undefined },
    ...{ budget: undefined, savings: undefined, indexResults: undefined },
    events: await gatherEvents(q, agencyId, { period, today: period.to }),
    listening: await gatherListening(q, agencyId, { period, today: period.to }),
    communication: await gatherCommunication(q, agencyId, period),
    yearBefore: null,
  };
  return {
    label: period.label,
    source: "Sổ văn bản, minh chứng và tin, bài trên hệ thống",
    figures: countFigures(then)
      .filter(({ key }) => !/^(?:obligations|tasks|themes|evidence\.withdrawn)/u.test(key))
      // Of these the registers began later: that nothing stands there is not known to be nothing.
      .filter(
        ({ key, numerator }) =>
          numerator > 0 ||
          !/^(?:channels|press|events|dialogue|commitments|listening|incidents)\./u.test(key),
      )
      .map(({ key, numerator, denominator }) => ({ key, numerator, denominator })),
  };
}
