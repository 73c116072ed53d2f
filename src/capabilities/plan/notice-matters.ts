import { and, desc, eq } from "drizzle-orm";
import { hasRole, roles } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { LookUpMatter, NoticeMatters } from "#platform/work/notice-matters.ts";
import { lacksOfCell } from "./coverage.ts";
import { coverageCellQuestion } from "./coverage-question.ts";
import { difficultyPolicy } from "./difficulties/policy.ts";
import { extensionPolicy } from "./extensions/policy.ts";
import { guidanceMatters } from "./guidance/guidance-matters.ts";
import { planOf } from "./plan-queries.ts";
import { standingWords } from "./plan-standing.ts";
import { planPolicy } from "./policy.ts";
import { proposalPolicy } from "./proposals/policy.ts";
import { type ProposalState, proposalWords } from "./proposals/proposal.ts";
import { type ShortcomingState, shortcomingWords } from "./shortcomings/shortcoming.ts";
import {
  difficulty,
  plan,
  planDistribution,
  proposal,
  shortcoming,
  task,
  taskExtension,
  taskImport,
} from "./tables.ts";
import { periodDeadlines, taskDeadlines } from "./task-deadlines.ts";

const LEFT_OUT = "Nhiệm vụ không còn trong kế hoạch.";
const NOT_THEIRS = "Bạn không còn được phân công ở cơ quan này.";

async function standingTask(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(task)
    .where(and(eq(task.agencyId, agencyId), eq(task.id, id)));
  return found && found.leftIn === null ? found : null;
}

async function extensionOf(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(taskExtension)
    .where(and(eq(taskExtension.agencyId, agencyId), eq(taskExtension.id, id)));
  return found ?? null;
}

const ofDifficulty =
  (verb: "gather" | "decide" | "read"): LookUpMatter =>
  async (q, { about: [id] }, recipient) => {
    const [found] = await q
      .select()
      .from(difficulty)
      .where(and(eq(difficulty.agencyId, recipient.agencyId), eq(difficulty.id, id!)));
    if (!found) return "Khó khăn này không còn.";
    if (found.state === "withdrawn") return "Người nêu đã rút khó khăn này.";
    return difficultyPolicy.hindrance(recipient, verb, { ...found, unitIds: [found.unitId] });
  };

/** A proposal in the states in which it is told of; who made it hears how far it has come, the others act on it. */
const ofProposal =
  (verb: "gather" | "decide" | "read", ...states: ProposalState[]): LookUpMatter =>
  async (q, { about: [id] }, recipient) => {
    const [found] = await q
      .select()
      .from(proposal)
      .where(and(eq(proposal.agencyId, recipient.agencyId), eq(proposal.id, id!)));
    if (!found) return "Đề xuất này không còn.";
    if (!states.includes(found.state)) return `Đề xuất này: ${proposalWords[found.state].toLowerCase()}.`;
    const own = found.proposedBy === recipient.personId;
    return proposalPolicy.hindrance(recipient, own ? "read" : verb, found);
  };

/** A shortcoming in the states in which it is told of. */
const ofShortcoming =
  (...states: ShortcomingState[]): LookUpMatter =>
  async (q, { about: [id] }, recipient) => {
    const [found] = await q
      .select()
      .from(shortcoming)
      .where(and(eq(shortcoming.agencyId, recipient.agencyId), eq(shortcoming.id, id!)));
    if (!found) return "Tồn tại này không còn.";
    if (!states.includes(found.state)) return `Tồn tại này: ${shortcomingWords[found.state].toLowerCase()}.`;
    return hasRole(recipient, ...roles) ? null : NOT_THEIRS;
  };

/** What the plan tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "task-assigned": async (q, { about: [id] }, recipient) => {
    const found = await standingTask(q, recipient.agencyId, id!);
    if (!found) return LEFT_OUT;
    return found.responsiblePersonId === recipient.personId ? null : "Nhiệm vụ đã giao cho người khác.";
  },
  "task-due": async (q, { about: [id, day, step] }, recipient) => {
    const found = await standingTask(q, recipient.agencyId, id!);
    if (!found) return LEFT_OUT;
    if (!hasRole(recipient, ...roles)) return NOT_THEIRS;
    const own = await planOf(q, recipient.agencyId, found.planId);
    if (own.standing !== "in-force") return `Kế hoạch: ${standingWords[own.standing].toLowerCase()}.`;
    const { responsiblePersonId } = found;
    if (
      (step === "first" || step === "last") &&
      responsiblePersonId &&
      responsiblePersonId !== recipient.personId
    )
      return "Nhiệm vụ đã giao cho người khác.";
    const now = today().toString();
    const rows = [...(await periodDeadlines(q, own, now)), ...(await taskDeadlines(q, own, now))]
      .filter(({ task: one }) => one.id === id)
      .map(({ deadline: one }) => one);
    const deadline =
      rows.find(({ countedTo }) => countedTo === day) ?? rows.find(({ ofPeriod }) => !ofPeriod);
    if (deadline?.light === "done") return "Nhiệm vụ đã có minh chứng.";
    return deadline?.countedTo === day ? null : "Hạn của nhiệm vụ đã đổi.";
  },
  "extension-asked": async (q, { about: [id] }, recipient) => {
    const asked = await extensionOf(q, recipient.agencyId, id!);
    if (!asked || !(await standingTask(q, recipient.agencyId, asked.taskId))) return LEFT_OUT;
    return extensionPolicy.hindrance(recipient, "decide", asked);
  },
  "extension-decided": async (q, { about: [id] }, recipient) => {
    const asked = await extensionOf(q, recipient.agencyId, id!);
    if (!asked || !(await standingTask(q, recipient.agencyId, asked.taskId))) return LEFT_OUT;
    return hasRole(recipient, ...roles) ? null : NOT_THEIRS;
  },
  gap: async (q, { about: [id, by, kind, basis, rowId, period] }, recipient) => {
    if (!hasRole(recipient, ...roles)) return NOT_THEIRS;
    const cell = coverageCellQuestion.parse({ id, by, kind, basis, rowId, period });
    const { open } = await lacksOfCell(q, recipient.agencyId, cell);
    return open === 0 ? "Ô này đã có minh chứng, hoặc đã có lý do." : null;
  },
  "difficulty-raised": ofDifficulty("gather"),
  "difficulty-gathered": ofDifficulty("decide"),
  "difficulty-decided": ofDifficulty("read"),
  "proposal-made": ofProposal("gather", "proposed"),
  "proposal-gathered": ofProposal("decide", "gathered"),
  "proposal-kept": ofProposal("read", "kept"),
  "proposal-accepted": ofProposal("read", "accepted"),
  "proposal-refused": ofProposal("read", "refused"),
  "proposal-followed": ofProposal("read", "followed"),
  "proposal-withdrawn": ofProposal("read", "withdrawn"),
  "shortcoming-noted": ofShortcoming("open", "mending"),
  "shortcoming-fixed": ofShortcoming("mending"),
  "shortcoming-mended": ofShortcoming("mended"),
  "shortcoming-refused": ofShortcoming("refused"),
  ...guidanceMatters,
  "tasks-imported": async (q, { about: [id] }, recipient) => {
    const [found] = await q
      .select({ undoneAt: taskImport.undoneAt })
      .from(taskImport)
      .where(and(eq(taskImport.agencyId, recipient.agencyId), eq(taskImport.id, id!)));
    return !found || found.undoneAt ? "Lần nhập nhiệm vụ này đã được hoàn tác." : null;
  },
  "plan-distributed": async (q, { about: [planId, unitId, version = "1"] }, recipient) => {
    const { agencyId } = recipient;
    const [sent] = await q
      .select({ row: planDistribution, standing: plan.standing })
      .from(planDistribution)
      .innerJoin(plan, eq(plan.id, planDistribution.planId))
      .where(
        and(
          eq(planDistribution.agencyId, agencyId),
          eq(planDistribution.planId, planId!),
          eq(planDistribution.unitId, unitId!),
        ),
      )
      .orderBy(desc(planDistribution.version))
      .limit(1);
    if (!sent) return "Kế hoạch không còn gửi đến đơn vị này.";
    if (sent.row.version !== Number(version)) return "Đơn vị đã được gửi bản mới hơn.";
    if (sent.row.acknowledgedAt) return "Đơn vị đã xác nhận đã nhận.";
    if (sent.standing === "ended" || sent.standing === "replaced")
      return `Kế hoạch: ${standingWords[sent.standing].toLowerCase()}.`;
    return planPolicy.hindrance(recipient, "acknowledge", { agencyId, unitIds: [unitId!] });
  },
};
