import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, NotFound } from "#platform/auth/policy.ts";

/** How far the reading or writing of a sheet has come. */
export interface Progress {
  step: "reading" | "writing";
  done: number;
  /** Null: not known before the end. */
  total: number | null;
}

/** A sheet that is being worked on: it tells how far it is, and hears when it is stopped. */
export interface Run {
  signal: AbortSignal;
  tell: (progress: Progress) => void;
}

/** A sheet is held in memory while it is worked on: so many at once. */
const MOST_AT_ONCE = 3;

interface Running {
  actor: Actor;
  progress: Progress;
  stopper: AbortController;
}

/** By the id that the caller gave. Kept in memory alone: the file is nowhere else either. */
const running = new Map<string, Running>();

/** A run that nobody watches: of a command. */
export const unwatched = (): Run => ({ signal: new AbortController().signal, tell: () => {} });

/** Does the work under the caller's id, so that its progress is seen and it can be stopped. */
export async function underWatch<T>(actor: Actor, id: string, act: (run: Run) => Promise<T>): Promise<T> {
  if (running.has(id)) throw new Conflict("Bảng này đang được đọc; hãy chờ xong rồi thử lại.");
  if (running.size >= MOST_AT_ONCE)
    throw new Conflict(
      "Máy chủ đang đọc các bảng khác nên chưa đọc bảng này; chưa có gì được ghi. Hãy thử lại sau ít phút.",
    );
  const one: Running = {
    actor,
    progress: { step: "reading", done: 0, total: null },
    stopper: new AbortController(),
  };
  running.set(id, one);
  try {
    return await act({
      signal: one.stopper.signal,
      tell: (progress) => {
        one.progress = progress;
      },
    });
  } finally {
    running.delete(id);
  }
}

/** What the caller has under way by this id. @throws NotFound when it is over, or somebody else's */
function ownRun({ personId, agencyId }: Actor, id: string): Running {
  const one = running.get(id);
  if (one?.actor.personId !== personId || one.actor.agencyId !== agencyId)
    throw new NotFound("Việc này đã xong hoặc không phải của bạn.");
  return one;
}

export const progressOf = (actor: Actor, id: string): Progress => ownRun(actor, id).progress;

/** Stops what the caller has under way; what was written of it is not kept. */
export function stopRun(actor: Actor, id: string): void {
  ownRun(actor, id).stopper.abort(
    new Conflict("Đã dừng theo yêu cầu của bạn; chưa có gì được ghi.", {
      advice: "Muốn làm lại, hãy chọn tệp hoặc bấm nhập lần nữa.",
    }),
  );
}
