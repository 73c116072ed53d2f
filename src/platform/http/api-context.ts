import { ORPCError, os } from "@orpc/server";
import { type Actor, hasRole } from "../auth/actor.ts";
import type { ProcedureMeta } from "../auth/contract-base.ts";
import { CONFIRM_IDENTITY } from "../auth/identity-asked.ts";
import { Conflict, Forbidden, NO_ROLE, NotFound, Unacceptable } from "../auth/policy.ts";
import type { Database } from "../database/database.ts";
import { type Work, work } from "../work/work.ts";

/** What every route is given. `actor` is null for a caller without an account. */
export interface ApiContext {
  database: Database;
  actor: Actor | null;
  /** Address the call came from, for rate limits and the audit of sign-ins. */
  address: string;
  headers: Headers;
}

/** Turns the four refusals of the acts into their HTTP answers. */
function asHttpError(error: unknown): unknown {
  if (error instanceof Forbidden) return new ORPCError("FORBIDDEN", { status: 403, message: error.message });
  if (error instanceof NotFound) return new ORPCError("NOT_FOUND", { status: 404, message: error.message });
  if (error instanceof Conflict) {
    return new ORPCError("CONFLICT", { status: 409, message: error.message, data: error.data ?? null });
  }
  if (error instanceof Unacceptable) {
    return new ORPCError("UNPROCESSABLE", {
      status: 422,
      message: error.message,
      data: { issues: error.issues },
    });
  }
  return error;
}

/**
 * Stands before every route: `implement(contract).$context<ApiContext>().use(authorised)`. Default deny: the
 * right named in the contract is checked before the input is read; a procedure that names none is refused
 * to everyone.
 */
export const authorised = os.$context<ApiContext>().middleware(async ({ context, next, procedure }) => {
  const { may, beforeSecondFactor, sensitive } = procedure["~orpc"].meta as ProcedureMeta;
  const { database } = context;
  const factorOverdue = context.actor?.secondFactor?.overdue ?? false;
  const overdue = factorOverdue || (context.actor?.password?.overdue ?? false);
  // Where anyone may call, who has yet to set up a second factor or to change the password is anyone.
  const actor = overdue && may === "public" ? null : context.actor;
  if (may !== "public") {
    if (!actor) throw new ORPCError("UNAUTHORIZED", { status: 401, message: "Bạn cần đăng nhập." });
    if (overdue && !factorOverdue && !beforeSecondFactor)
      throw new ORPCError("PASSWORD_TOO_OLD", {
        status: 403,
        message: "Mật khẩu của bạn đã quá thời hạn nên phải đổi mới làm việc được.",
        data: { advice: "Chưa có gì thay đổi. Hãy tải lại trang rồi đổi mật khẩu." },
      });
    if (overdue && !beforeSecondFactor)
      throw new ORPCError("SECOND_FACTOR_REQUIRED", {
        status: 403,
        message: "Cơ quan quy định vai trò của bạn phải bật xác thực hai lớp mới làm việc được.",
        data: { advice: "Chưa có gì thay đổi. Hãy tải lại trang rồi bật theo hướng dẫn." },
      });
    if (may === undefined || (may !== "signed-in" && !hasRole(actor, ...may.roles))) {
      // The right that is missing tells a refusal at the gate from one by the object itself.
      const right = typeof may === "object" ? `${may.noun}.${may.verb}` : null;
      throw new ORPCError("FORBIDDEN", { status: 403, message: NO_ROLE, data: { right } });
    }
    if (sensitive && actor.unconfirmed)
      throw new ORPCError(CONFIRM_IDENTITY, {
        status: 403,
        message: "Việc này cần xác nhận lại đúng là bạn.",
        data: { advice: "Chưa có gì thay đổi. Hãy làm lại và nhập mật khẩu khi được hỏi." },
      });
  }
  try {
    return await next({
      context: {
        // A procedure open to the public must look for itself whether anyone is signed in.
        actor: actor as Actor,
        work: <T>(act: (current: Work) => Promise<T>) => work(database, actor as Actor, act),
      },
    });
  } catch (error) {
    throw asHttpError(error);
  }
});
