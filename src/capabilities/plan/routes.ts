import { implement } from "@orpc/server";
import { documentsOfAgency } from "#documents";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { acknowledgePlan } from "./acknowledge-plan.ts";
import { addClause } from "./add-clause.ts";
import { planContract } from "./contract.ts";
import { correctClause } from "./correct-clause.ts";
import { correctPlan } from "./correct-plan.ts";
import { correctPlanIssue } from "./correct-plan-issue.ts";
import { coverage, coverageCell } from "./coverage.ts";
import { distributePlan, distributionOf, unitsToSendTo } from "./distribute-plan.ts";
import { endPlan } from "./end-plan.ts";
import { evidenceOfTask } from "./evidence-queries.ts";
import { exportCoverage } from "./export-coverage.ts";
import { issuePlan } from "./issue-plan.ts";
import { moveClause } from "./move-clause.ts";
import { myTasks, tasksInName } from "./my-tasks.ts";
import { partedByStanding, planChain, wholeTime } from "./plan-chain.ts";
import { planLinks } from "./plan-links.ts";
import { citationsOf, type Plan, planOf, plansOfAgency, taskOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { presentObligations } from "./present-obligation.ts";
import { presentTasks } from "./present-task.ts";
import { publishPlan } from "./publish-plan.ts";
import { putPlanInForce } from "./put-plan-in-force.ts";
import { recordEvidence } from "./record-evidence.ts";
import { recordNoneReason } from "./record-none-reason.ts";
import { remindersOfTask } from "./reminders/reminder-queries.ts";
import { removeClause } from "./remove-clause.ts";
import { removeTask } from "./remove-task.ts";
import { replacePlan } from "./replace-plan.ts";
import { addObligation, updateObligation } from "./save-obligation.ts";
import { addTask, assignTask } from "./save-task.ts";
import { takeBackPlan } from "./take-back-plan.ts";
import { planProgress } from "./task-progress.ts";
import { versionsOf } from "./versions/version-queries.ts";
import { withdrawOneEvidence } from "./withdraw-evidence.ts";

const api = implement(planContract).$context<ApiContext>().use(authorised);

const agencyMay = (actor: Actor) => planPolicy.may(actor, { agencyId: actor.agencyId });
const presentPlan = (actor: Actor, plan: Plan) => ({ ...plan, may: planPolicy.may(actor, plan) });
async function presentTask(q: Queryable, actor: Actor, taskId: string) {
  const { planId } = await taskOf(q, actor.agencyId, taskId);
  const tasks = await presentTasks(q, actor, await planOf(q, actor.agencyId, planId), { which: "all" });
  return tasks.find(({ id }) => id === taskId)!;
}

async function obligationById(q: Queryable, actor: Actor, planId: string, id: string) {
  const chain = await planChain(q, actor.agencyId, planId, wholeTime, { keepAll: true });
  return presentObligations(actor, chain).find((row) => row.id === id)!;
}

/** The plan itself and what hangs on it; the other nouns of the capability have routes in their own folders. */
export const planRoutes = {
  list: api.list.handler(async ({ context: { database, actor } }) => {
    const plans = [];
    for (const plan of await plansOfAgency(database, actor.agencyId)) {
      const tasks = await presentTasks(database, actor, plan);
      plans.push({
        ...presentPlan(actor, plan),
        progress: planProgress(tasks.map(({ progress }) => progress)),
      });
    }
    return { plans, may: agencyMay(actor) };
  }),
  get: api.get.handler(async ({ input, context: { database, actor } }) => {
    const whole = await planChain(database, actor.agencyId, input.id, wholeTime, { keepAll: true });
    const { standing: chain, left } = partedByStanding(whole);
    const everyTask = await presentTasks(database, actor, chain.plan, { which: "all" });
    const tasks = everyTask.filter(({ leftIn }) => leftIn === null);
    const [current] = await versionsOf(database, actor.agencyId, input.id);
    const cited = await citationsOf(database, input.id);
    const documents = await documentsOfAgency(database, actor.agencyId);
    return {
      ...presentPlan(actor, chain.plan),
      progress: planProgress(tasks.map(({ progress }) => progress)),
      holdsFrom: current?.holdsFrom ?? null,
      clauses: chain.clauses,
      left: { ...left, tasks: everyTask.filter(({ leftIn }) => leftIn !== null) },
      obligations: presentObligations(actor, chain),
      tasks,
      evidence: chain.evidence,
      citations: cited.flatMap(({ documentId, role }) => {
        const document = documents.find(({ id }) => id === documentId);
        return document
          ? [
              {
                documentId,
                number: document.number,
                issuedOn: document.issuedOn,
                issuer: document.issuer,
                role,
              },
            ]
          : [];
      }),
    };
  }),
  putInForce: api.putInForce.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await putPlanInForce(work, input))),
  ),
  replace: api.replace.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await replacePlan(work, input))),
  ),
  end: api.end.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await endPlan(work, input))),
  ),
  issue: api.issue.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await issuePlan(work, input))),
  ),
  correctIssue: api.correctIssue.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await correctPlanIssue(work, input))),
  ),
  correct: api.correct.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await correctPlan(work, input))),
  ),
  addClause: api.addClause.handler(({ input, context }) =>
    context.work(async (work) => ({ planId: await addClause(work, input) })),
  ),
  correctClause: api.correctClause.handler(({ input, context }) =>
    context.work(async (work) => ({ planId: await correctClause(work, input) })),
  ),
  moveClause: api.moveClause.handler(({ input, context }) =>
    context.work(async (work) => ({ planId: await moveClause(work, input) })),
  ),
  removeClause: api.removeClause.handler(({ input, context }) =>
    context.work(async (work) => ({ planId: await removeClause(work, input) })),
  ),
  publish: api.publish.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await publishPlan(work, input))),
  ),
  takeBack: api.takeBack.handler(({ input, context }) =>
    context.work(async (work) => presentPlan(context.actor, await takeBackPlan(work, input))),
  ),
  distribute: api.distribute.handler(({ input, context }) =>
    context.work((work) => distributePlan(work, input)),
  ),
  distribution: api.distribution.handler(async ({ input, context: { database, actor } }) => ({
    distribution: await distributionOf(database, actor, input.id),
    waiting: await unitsToSendTo(database, actor, input.id),
  })),
  acknowledge: api.acknowledge.handler(({ input, context }) =>
    context.work(async (work) => {
      await acknowledgePlan(work, input);
      return { distribution: await distributionOf(work.tx, context.actor, input.id) };
    }),
  ),
  getTask: api.getTask.handler(async ({ input, context: { database, actor } }) => {
    const found = await presentTask(database, actor, input.id);
    const chain = await planChain(database, actor.agencyId, found.planId, wholeTime, { keepAll: true });
    const proofs = await evidenceOfTask(database, found);
    return {
      ...found,
      obligations: presentObligations(actor, chain).filter(({ id }) => found.obligationIds.includes(id)),
      reminders: await remindersOfTask(database, found.id),
      evidence: proofs.filter(({ withdrawnAt }) => withdrawnAt === null),
      withdrawn: proofs.flatMap((proof) =>
        proof.withdrawnAt ? [{ ...proof, withdrawnAt: proof.withdrawnAt }] : [],
      ),
    };
  }),
  addTask: api.addTask.handler(({ input, context }) =>
    context.work(async (work) => presentTask(work.tx, context.actor, (await addTask(work, input)).id)),
  ),
  assignTask: api.assignTask.handler(({ input, context }) =>
    context.work(async (work) => presentTask(work.tx, context.actor, (await assignTask(work, input)).id)),
  ),
  removeTask: api.removeTask.handler(({ input, context }) =>
    context.work(async (work) => ({ planId: await removeTask(work, input) })),
  ),
  addObligation: api.addObligation.handler(({ input, context }) =>
    context.work(async (work) =>
      obligationById(work.tx, context.actor, input.id, await addObligation(work, input)),
    ),
  ),
  updateObligation: api.updateObligation.handler(({ input, context }) =>
    context.work(async (work) =>
      obligationById(work.tx, context.actor, await updateObligation(work, input), input.id),
    ),
  ),
  setNoneReason: api.setNoneReason.handler(({ input, context }) =>
    context.work(async (work) =>
      obligationById(work.tx, context.actor, await recordNoneReason(work, input), input.id),
    ),
  ),
  recordEvidence: api.recordEvidence.handler(async ({ input: { files, url = null, ...proof }, context }) => {
    const read = await Promise.all(
      files.map(async (file) => ({
        bytes: new Uint8Array(await file.arrayBuffer()),
        fileName: file.name,
      })),
    );
    return context.work((work) => recordEvidence(work, { ...proof, url, files: read }));
  }),
  withdrawEvidence: api.withdrawEvidence.handler(({ input, context }) =>
    context.work(async (work) => ({ withdrawn: await withdrawOneEvidence(work, input) })),
  ),
  coverage: api.coverage.handler(({ input, context: { database, actor } }) =>
    coverage(database, actor.agencyId, input),
  ),
  coverageCell: api.coverageCell.handler(({ input, context: { database, actor } }) =>
    coverageCell(database, actor.agencyId, input),
  ),
  exportCoverage: api.exportCoverage.handler(async ({ input, context: { work } }) => {
    const table = await work((current) => exportCoverage(current, input));
    return new File([new Uint8Array(table)], `bang-bao-phu-${today()}.xlsx`, {
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
  }),
  tasksInName: api.tasksInName.handler(async ({ input: { id }, context: { database, actor } }) => ({
    tasks: await tasksInName(database, actor, id),
  })),
  myTasks: api.myTasks.handler(({ context: { database, actor } }) => myTasks(database, actor)),
  links: api.links.handler(({ input, context: { database, actor } }) =>
    planLinks(database, actor, input.planId ?? null),
  ),
};
