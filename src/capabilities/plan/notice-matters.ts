import { and, eq, inArray, isNull } from "drizzle-orm";
import { hasRole, roles } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { byFirstId, inBulk, type LookUpMatters, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { lacksOfCell } from "./coverage.ts";
import { coverageCellQuestion } from "./coverage-question.ts";
import type { Deadline } from "./deadline.ts";
import { difficultyPolicy } from "./difficulties/policy.ts";
import { extensionPolicy } from "./extensions/policy.ts";
import { guidanceMatters } from "./guidance/guidance-matters.ts";
import { handoverMatters } from "./handovers/handover-matters.ts";
import { type Plan, planOf } from "./plan-queries.ts";
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

/** Tasks of the agency that the version that holds has not left out. */
const standingTasks = (q: Queryable, ids: string[], agencyId: string) =>
  q
    .select()
    .from(task)
    .where(and(eq(task.agencyId, agencyId), inArray(task.id, ids), isNull(task.leftIn)));

/** Requests for more time whose task still stands. */
const standingExtensions = async (q: Queryable, ids: string[], agencyId: string) => {
  const rows = await q
    .select({ asked: taskExtension })
    .from(taskExtension)
    .innerJoin(task, eq(task.id, taskExtension.taskId))
    .where(and(eq(taskExtension.agencyId, agencyId), inArray(taskExtension.id, ids), isNull(task.leftIn)));
  return rows.map(({ asked }) => asked);
};

const ofDifficulty = (verb: "gather" | "decide" | "read"): LookUpMatters =>
  byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(difficulty)
        .where(and(eq(difficulty.agencyId, agencyId), inArray(difficulty.id, ids))),
    (found, _, recipient) => {
      if (!found) return "Khó khăn này không còn.";
      if (found.state === "withdrawn") return "Người nêu đã rút khó khăn này.";
      return difficultyPolicy.hindrance(recipient, verb, { ...found, unitIds: [found.unitId] });
    },
  );

/** A proposal in the states in which it is told of; who made it hears how far it has come, the others act on it. */
const ofProposal = (verb: "gather" | "decide" | "read", ...states: ProposalState[]): LookUpMatters =>
  byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(proposal)
        .where(and(eq(proposal.agencyId, agencyId), inArray(proposal.id, ids))),
    (found, _, recipient) => {
      if (!found) return "Đề xuất này không còn.";
      if (!states.includes(found.state)) return `Đề xuất này: ${proposalWords[found.state].toLowerCase()}.`;
      const own = found.proposedBy === recipient.personId;
      return proposalPolicy.hindrance(recipient, own ? "read" : verb, found);
    },
  );

/** A shortcoming in the states in which it is told of. */
const ofShortcoming = (...states: ShortcomingState[]): LookUpMatters =>
  byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(shortcoming)
        .where(and(eq(shortcoming.agencyId, agencyId), inArray(shortcoming.id, ids))),
    (found, _, recipient) => {
      if (!found) return "Tồn tại này không còn.";
      if (!states.includes(found.state))
        return `Tồn tại này: ${shortcomingWords[found.state].toLowerCase()}.`;
      return hasRole(recipient, ...roles) ? null : NOT_THEIRS;
    },
  );

/** Tasks with their plans, and what is left of each day of a plan in force, a plan at a time. */
async function dueTasks(q: Queryable, ids: string[], agencyId: string) {
  const tasks = ids.length === 0 ? [] : await standingTasks(q, ids, agencyId);
  const now = today().toString();
  const plans = new Map<
    string,
    { standing: Plan["standing"]; deadlines: { id: string; deadline: Deadline }[] }
  >();
  for (const planId of new Set(tasks.map((one) => one.planId))) {
    const own = await planOf(q, agencyId, planId);
    const rows =
      own.standing === "in-force"
        ? [...(await periodDeadlines(q, own, now)), ...(await taskDeadlines(q, own, now))]
        : [];
    plans.set(planId, {
      standing: own.standing,
      deadlines: rows.map(({ task: { id }, deadline }) => ({ id, deadline })),
    });
  }
  return tasks.map((one) => ({ ...one, plan: plans.get(one.planId)! }));
}

/** What the plan tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "task-assigned": byFirstId(standingTasks, (found, _, recipient) => {
    if (!found) return LEFT_OUT;
    return found.responsiblePersonId === recipient.personId ? null : "Nhiệm vụ đã giao cho người khác.";
  }),
  "task-due": byFirstId(dueTasks, (found, { about: [id, day, step] }, recipient) => {
    if (!found) return LEFT_OUT;
    if (!hasRole(recipient, ...roles)) return NOT_THEIRS;
    const { standing, deadlines } = found.plan;
    if (standing !== "in-force") return `Kế hoạch: ${standingWords[standing].toLowerCase()}.`;
    const { responsiblePersonId } = found;
    if (
      (step === "first" || step === "last") &&
      responsiblePersonId &&
      responsiblePersonId !== recipient.personId
    )
      return "Nhiệm vụ đã giao cho người khác.";
    const rows = deadlines.filter((one) => one.id === id).map(({ deadline: one }) => one);
    const deadline =
      rows.find(({ countedTo }) => countedTo === day) ?? rows.find(({ ofPeriod }) => !ofPeriod);
    if (deadline?.light === "done") return "Nhiệm vụ đã có minh chứng.";
    return deadline?.countedTo === day ? null : "Hạn của nhiệm vụ đã đổi.";
  }),
  "extension-asked": byFirstId(standingExtensions, (asked, _, recipient) =>
    asked ? extensionPolicy.hindrance(recipient, "decide", asked) : LEFT_OUT,
  ),
  "extension-decided": byFirstId(standingExtensions, (asked, _, recipient) => {
    if (!asked) return LEFT_OUT;
    return hasRole(recipient, ...roles) ? null : NOT_THEIRS;
  }),
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
  ...handoverMatters,
  "tasks-imported": byFirstId(
    (q, ids, agencyId) =>
      q
        .select({ id: taskImport.id, undoneAt: taskImport.undoneAt })
        .from(taskImport)
        .where(and(eq(taskImport.agencyId, agencyId), inArray(taskImport.id, ids))),
    (found) => (!found || found.undoneAt ? "Lần nhập nhiệm vụ này đã được hoàn tác." : null),
  ),
  "plan-distributed": inBulk(
    (q, told, { agencyId }) =>
      q
        .select({ row: planDistribution, standing: plan.standing, endedAt: plan.endedAt })
        .from(planDistribution)
        .innerJoin(plan, eq(plan.id, planDistribution.planId))
        .where(
          and(
            eq(planDistribution.agencyId, agencyId),
            inArray(
              planDistribution.planId,
              told.map(({ about }) => about[0]!),
            ),
          ),
        ),
    (rows, { about: [planId, unitId, version = "1"] }, recipient) => {
      const sent = rows
        .filter(({ row }) => row.planId === planId && row.unitId === unitId)
        .sort((one, other) => other.row.version - one.row.version)[0];
      if (!sent) return "Kế hoạch không còn gửi đến đơn vị này.";
      if (sent.row.version !== Number(version)) return "Đơn vị đã được gửi bản mới hơn.";
      if (sent.row.acknowledgedAt) return "Đơn vị đã xác nhận đã nhận.";
      // A plan may be sent after it ended, too: then it is to be acknowledged all the same.
      if (sent.endedAt && sent.endedAt > sent.row.sentAt)
        return `Kế hoạch: ${standingWords[sent.standing].toLowerCase()}.`;
      return planPolicy.hindrance(recipient, "acknowledge", {
        agencyId: recipient.agencyId,
        unitIds: [unitId!],
      });
    },
  ),
};
