import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { planOf, taskOf } from "../plan-queries.ts";
import { taskSubject } from "../save-task.ts";
import { taskDeadlines } from "../task-deadlines.ts";
import { askForExtension } from "./ask-for-extension.ts";
import { extensionContract } from "./contract.ts";
import { decideExtension } from "./decide-extension.ts";
import { extensionsOfTask, openExtensions } from "./extension-queries.ts";
import { extensionPolicy } from "./policy.ts";
import { withdrawExtension } from "./withdraw-extension.ts";

const api = implement(extensionContract).$context<ApiContext>().use(authorised);

async function presentExtensions(q: Queryable, actor: Actor, taskId: string) {
  const task = await taskOf(q, actor.agencyId, taskId);
  const plan = await planOf(q, actor.agencyId, task.planId);
  const deadlines = await taskDeadlines(q, plan, today().toString());
  const extensions = await extensionsOfTask(q, actor, taskId);
  const subject = {
    ...taskSubject(task),
    day: task.dueDate ?? task.dueTo,
    isLeftOut: task.leftIn !== null,
    isDone: deadlines.some((row) => row.task.id === taskId && row.deadline.light === "done"),
    hasOpen: extensions.some(({ state }) => state === "asked"),
  };
  return { extensions, may: extensionPolicy.may(actor, subject) };
}

export const extensionRoutes = {
  openExtensions: api.openExtensions.handler(async ({ context: { database, actor } }) => ({
    extensions: await openExtensions(database, actor),
  })),
  extensionsOfTask: api.extensionsOfTask.handler(({ input, context: { database, actor } }) =>
    presentExtensions(database, actor, input.id),
  ),
  askForExtension: api.askForExtension.handler(({ input, context }) =>
    context.work(async (work) => {
      await askForExtension(work, input);
      return presentExtensions(work.tx, context.actor, input.id);
    }),
  ),
  decideExtension: api.decideExtension.handler(({ input, context }) =>
    context.work(async (work) =>
      presentExtensions(work.tx, context.actor, await decideExtension(work, input)),
    ),
  ),
  withdrawExtension: api.withdrawExtension.handler(({ input, context }) =>
    context.work(async (work) =>
      presentExtensions(work.tx, context.actor, await withdrawExtension(work, input)),
    ),
  ),
};
