import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";

interface Call<Input> {
  input: Input;
  context: { actor: Actor; work: <T>(act: (work: Work) => Promise<T>) => Promise<T> };
}

/** Makes handlers that do their act and answer with the whole list, read in the same transaction. */
export const answerWithAll =
  <Answer>(presentAll: (q: Queryable, actor: Actor) => Promise<Answer>) =>
  <Input>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: Call<Input>): Promise<Answer> =>
    context.work(async (work) => {
      await act(work, input);
      return presentAll(work.tx, context.actor);
    });
