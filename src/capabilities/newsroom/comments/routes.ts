import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { commentOnContent } from "./comment-on-content.ts";
import { presentComments } from "./comment-queries.ts";
import { commentContract } from "./contract.ts";
import { settleComment } from "./settle-comment.ts";

const api = implement(commentContract).$context<ApiContext>().use(authorised);

export const commentRoutes = {
  comments: api.comments.handler(({ input, context: { database, actor } }) =>
    presentComments(database, actor, input.id),
  ),
  comment: api.comment.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await commentOnContent(current, input);
      return presentComments(current.tx, actor, input.id);
    }),
  ),
  settleComment: api.settleComment.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await settleComment(current, input);
      return presentComments(current.tx, actor, input.id);
    }),
  ),
};
