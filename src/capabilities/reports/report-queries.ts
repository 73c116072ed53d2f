import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Actor } from "#platform/auth/actor.ts";
import { type Hindrance, type May, NotFound } from "#platform/auth/policy.ts";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import type { Queryable, Transaction } from "#platform/database/database.ts";
import { type AnnexLine, annexLines } from "./annex.ts";
import { type Chain, readChain } from "./chain.ts";
import type { Figure } from "./figure.ts";
import { moveWords, stateWords } from "./messages/vi.ts";
import { reportPolicy } from "./policy.ts";
import { type ReportMove, reportMoves, stateAfter } from "./report.ts";
import type { ReportText } from "./report-text.ts";
import { report, reportAcceptedNumber, reportFreeze, reportText } from "./tables.ts";

export type Report = typeof report.$inferSelect;

const notFound = () => new NotFound("Không có báo cáo này trong cơ quan của bạn.");

/** Reports of the agency, the newest period first. */
export const reportsOfAgency = (q: Queryable, agencyId: string): Promise<Report[]> =>
  q
    .select()
    .from(report)
    .where(eq(report.agencyId, agencyId))
    .orderBy(desc(report.periodTo), asc(report.periodFrom), asc(report.basis));

/** One report of the agency; throws NotFound. */
export async function reportById(q: Queryable, agencyId: string, id: string): Promise<Report> {
  const [found] = await q
    .select()
    .from(report)
    .where(and(eq(report.agencyId, agencyId), eq(report.id, id)));
  if (!found) throw notFound();
  return found;
}

/** The same, held against every other act until the transaction ends. */
export async function lockReport(tx: Transaction, agencyId: string, id: string): Promise<Report> {
  const [found] = await tx
    .select()
    .from(report)
    .where(and(eq(report.agencyId, agencyId), eq(report.id, id)))
    .for("update");
  if (!found) throw notFound();
  return found;
}

/** The report of a plan for a period, or null. */
export async function reportOfPeriod(
  q: Queryable,
  agencyId: string,
  planId: string,
  period: { code: string; basis: PeriodBasis },
): Promise<Report | null> {
  const [found] = await q
    .select()
    .from(report)
    .where(
      and(
        eq(report.agencyId, agencyId),
        eq(report.planId, planId),
        eq(report.periodCode, period.code),
        eq(report.basis, period.basis),
      ),
    );
  return found ?? null;
}

/** Signed reports of the agency for a period, of whichever plan, the latest signed first. */
export const signedReportsOfPeriod = (
  q: Queryable,
  agencyId: string,
  period: { code: string; basis: PeriodBasis },
): Promise<Report[]> =>
  q
    .select()
    .from(report)
    .where(
      and(
        eq(report.agencyId, agencyId),
        eq(report.periodCode, period.code),
        eq(report.basis, period.basis),
        isNotNull(report.signedOffAt),
      ),
    )
    .orderBy(desc(report.signedOffAt));

export interface Frozen {
  /** Canonical JSON of chain, figures and annex, the same bytes for ever. */
  json: string;
  chain: Chain;
  figures: Figure[];
  annex: AnnexLine[];
  sha256: string;
  frozenAt: Date;
  frozenBy: string | null;
}

/** What was frozen with the report; null while it collects. */
export async function frozenOf(q: Queryable, { freezeId }: Report): Promise<Frozen | null> {
  if (freezeId === null) return null;
  const [found] = await q.select().from(reportFreeze).where(eq(reportFreeze.id, freezeId));
  if (!found) return null;
  const { collected: json, sha256, frozenAt, frozenBy } = found;
  const kept = JSON.parse(json);
  const chain = readChain(kept.chain);
  return {
    json,
    chain,
    figures: kept.figures,
    annex:
      (kept.annex as AnnexLine[] | undefined)?.map((line) => ({
        ...line,
        clauseProofs: line.clauseProofs ?? [],
        clause: line.clause ?? null,
        units: line.units ?? [],
      })) ?? annexLines(chain),
    sha256,
    frozenAt,
    frozenBy,
  };
}

export interface WrittenText {
  id: string;
  version: number;
  content: ReportText;
  writtenBy: string | null;
  writtenAt: Date;
}

/** The text in force; null before the first draft. */
export async function textOf(q: Queryable, { textId }: Report): Promise<WrittenText | null> {
  if (textId === null) return null;
  const [found] = await q.select().from(reportText).where(eq(reportText.id, textId));
  return found ?? null;
}

/** Everyone who wrote a version of the report's text or answered for a number in it. */
export async function writersOf(q: Queryable, reportId: string): Promise<string[]> {
  const rows = await union(
    q.select({ id: reportText.writtenBy }).from(reportText).where(eq(reportText.reportId, reportId)),
    q
      .select({ id: reportAcceptedNumber.acceptedBy })
      .from(reportAcceptedNumber)
      .where(eq(reportAcceptedNumber.reportId, reportId)),
  );
  return rows.flatMap(({ id }) => id ?? []);
}

const isMove = (verb: string): verb is ReportMove => verb in reportMoves;

/** Why a move is impossible from the report's state, as a sentence; null: it is possible. */
export const stateHindrance = ({ state }: Report, move: ReportMove): string | null =>
  stateAfter(state, move) === null
    ? `Báo cáo đang ở trạng thái “${stateWords[state]}” nên không ${moveWords[move]} được.`
    : null;

/** What the caller may do with the report now: the person's right and the report's state together. */
export function mayOf(
  actor: Actor,
  found: Report,
  { writers, signing }: { writers: string[]; signing: Hindrance },
): May<string> {
  const may = reportPolicy.may(actor, { agencyId: found.agencyId, writers, signing });
  return Object.fromEntries(
    Object.entries(may).map(([verb, answer]) => {
      const why = answer.allowed && isMove(verb) ? stateHindrance(found, verb) : answer.why;
      return [verb, { allowed: why === null, why }];
    }),
  );
}
