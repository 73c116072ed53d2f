import { implement } from "@orpc/server";
import { eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { placementChange } from "../tables.ts";
import { approveChangeWords } from "./approve-change-words.ts";
import { askChanges } from "./ask-changes.ts";
import { changeContract } from "./contract.ts";
import { decideChange, leaveChange, tryChangeAgain } from "./decide-change.ts";
import { presentChanges } from "./present-changes.ts";

const api = implement(changeContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** An act about one change answers with all the places of its text. */
const answer =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      const [row] = await work.tx
        .select({ itemId: placementChange.itemId })
        .from(placementChange)
        .where(eq(placementChange.id, input.id));
      return presentChanges(work.tx, context.actor, row!.itemId);
    });

export const changeRoutes = {
  placementsOfContent: api.placementsOfContent.handler(({ input, context: { database, actor } }) =>
    presentChanges(database, actor, input.id),
  ),
  correctPlacements: api.correctPlacements.handler(({ input, context }) =>
    context.work(async (work) => {
      await askChanges(work, { ...input, act: "correct" });
      return presentChanges(work.tx, context.actor, input.id);
    }),
  ),
  removePlacements: api.removePlacements.handler(({ input: { anew, ...input }, context }) =>
    context.work(async (work) => {
      await askChanges(work, { ...input, act: anew ? "replace" : "remove" });
      return presentChanges(work.tx, context.actor, input.id);
    }),
  ),
  retryChange: api.retryChange.handler(answer(tryChangeAgain)),
  approveChangeWords: api.approveChangeWords.handler(answer(approveChangeWords)),
  leaveChange: api.leaveChange.handler(answer(leaveChange)),
  decideChange: api.decideChange.handler(answer(decideChange)),
};
