export { attachEvidence, attachManyEvidence, type NewEvidence } from "./attach-evidence.ts";
export { calendarOf } from "./calendar/calendar-queries.ts";
export { clauseMark } from "./clause-mark.ts";
export { clauseNames } from "./clause-names.ts";
export { clausesBehind } from "./clauses-behind.ts";
export {
  type ContentTheme,
  contentThemes,
  isContentTheme,
  themeGroups,
  themeLabel,
} from "./content-themes.ts";
export { coverage } from "./coverage.ts";
export { type CoverageGap, coverageGaps, type PlanGaps } from "./coverage-gaps.ts";
export { deadlineInWords } from "./deadline.ts";
export { difficultiesBetween, difficultiesOf } from "./difficulties/difficulty-queries.ts";
export {
  evidenceBetween,
  evidenceById,
  obligationsProvedBy,
  withdrawnEvidenceBetween,
} from "./evidence-queries.ts";
export { extensionsGranted, openExtensions } from "./extensions/extension-queries.ts";
export { gapReasonsOver } from "./gaps/gap-reasons-over.ts";
export { type PlanChain, planChain } from "./plan-chain.ts";
export { namedLinks, obligationsAsking, obligationsOnThemes } from "./plan-links.ts";
export {
  citationsOf,
  linksOf,
  type Plan,
  planOf,
  planOfYear,
  plansInForce,
  plansOfAgency,
} from "./plan-queries.ts";
export { proposalsBetween, proposalsOf } from "./proposals/proposal-queries.ts";
export { publishedPlanAddresses } from "./published.ts";
export { addTask } from "./save-task.ts";
export { sampleObligationId, sampleTaskOfObligation } from "./seed.ts";
export { noteFinding } from "./shortcomings/note-finding.ts";
export type { FindingKind } from "./shortcomings/shortcoming.ts";
export { notedFindings, shortcomingsBetween } from "./shortcomings/shortcoming-queries.ts";
export { type Inherited, inheritDuties } from "./succession/inherit-duties.ts";
export { targetsBetween } from "./targets/target-queries.ts";
export { taskDeadlines } from "./task-deadlines.ts";
export { whatIsUnderClause } from "./what-is-under-clause.ts";
export { withdrawEvidence } from "./withdraw-evidence.ts";
export { embeddedBetween } from "./work-programme/work-item-queries.ts";
