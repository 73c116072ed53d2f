import { personNames } from "#organization";
import { planOf } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { collectedOf } from "./collect-figures.ts";
import { type Figure, figureInWords } from "./figure.ts";
import { reportSymbol } from "./issued-number.ts";
import { draftedTextOf, numbersOf, withFigures } from "./numbers-of-report.ts";
import { frozenOf, mayOf, type Report, reportById, textOf, writersOf } from "./report-queries.ts";
import { issuesToReview } from "./report-requirements.ts";
import { signedCopiesOf } from "./signed-copy.ts";
import { reportSigning } from "./signing.ts";
import { presentVersion } from "./text-versions.ts";

export const presentFigure = ({ rows: _, ...figure }: Figure) => ({
  ...figure,
  words: figureInWords({ ...figure, rows: _ }),
});

/** A report as lists show it. */
export async function presentSummary(q: Queryable, actor: Actor, report: Report) {
  const text = report.state === "drafted" ? await textOf(q, report) : null;
  const signing = await reportSigning(q, actor);
  return {
    ...report,
    signing: report.state === "reviewed" ? signing.usable : [],
    planTitle:
      (await frozenOf(q, report))?.chain.plan.title ??
      (await planOf(q, report.agencyId, report.planId)).title,
    readyToReview: text !== null && issuesToReview(text.content, await numbersOf(q, report)).length === 0,
    may: mayOf(actor, report, { writers: await writersOf(q, report.id), signing: signing.why }),
  };
}

/** A report as its page shows it, with what the caller may do with it. */
export async function presentReport(q: Queryable, actor: Actor, id: string) {
  const report = await reportById(q, actor.agencyId, id);
  const [summary, { chain, figures }, frozen, text, drafted, numbers, signedCopies, writers] = [
    await presentSummary(q, actor, report),
    await collectedOf(q, report),
    await frozenOf(q, report),
    await textOf(q, report),
    await draftedTextOf(q, report),
    await numbersOf(q, report),
    await signedCopiesOf(q, report),
    await writersOf(q, id),
  ];
  const { reviewedBy, reviewedAt, signedOffBy, signedOffAt } = report;
  const people = [reviewedBy, signedOffBy, frozen?.frozenBy].filter((person) => person != null);
  const names = await personNames(q, people);
  const name = (person: string | null) => (person === null ? null : (names.get(person) ?? null));
  const step = (at: Date | null, by: string | null) => (at === null ? null : { at, by: name(by) });
  return {
    ...summary,
    symbol: reportSymbol(chain.agency),
    figures: figures.map(presentFigure),
    frozen: frozen && { at: frozen.frozenAt, by: name(frozen.frozenBy), sha256: frozen.sha256 },
    text: text && (await presentVersion(q, text)),
    youWrote: writers.includes(actor.personId),
    reviewed: step(reviewedAt, reviewedBy),
    signedOff: step(signedOffAt, signedOffBy),
    signedCopies,
    yearBefore: chain.yearBefore && { label: chain.yearBefore.label, source: chain.yearBefore.source },
    drafted: drafted?.sections.map(({ text: words }) => words) ?? null,
    changedNumbers: withFigures(numbers, drafted, figures),
    issues: text === null ? [] : issuesToReview(text.content, numbers),
  };
}
