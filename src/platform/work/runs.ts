import type { Actor } from "../auth/actor.ts";
import { Conflict, NotFound } from "../auth/policy.ts";

/** Long work that is under way: it tells how far it is, and hears when it is stopped. */
export interface Watched<Progress> {
  signal: AbortSignal;
  tell: (progress: Progress) => void;
}

export interface Runs<Progress> {
  /** Does the work under the caller's id, so that its progress is seen and it can be stopped. @throws Conflict */
  underWatch: <T>(actor: Actor, id: string, act: (run: Watched<Progress>) => Promise<T>) => Promise<T>;
  /** How far what the caller has under way by this id is. @throws NotFound when it is over, or somebody else's */
  progressOf: (actor: Actor, id: string) => Progress;
  /** Stops what the caller has under way; nothing of it is kept. @throws NotFound */
  stop: (actor: Actor, id: string) => void;
}

/** Words for the person whose work cannot begin, or was stopped. */
export interface RunWords {
  already: string;
  busy: string;
  stopped: string;
  advice: string;
}

/** What is under way, of every kind. */
const everyRun = new Set<AbortController>();

/** The server stops: what is under way ends at once, with nothing kept, and tells whoever waits for it why. */
export function stopEveryRun(): void {
  for (const stopper of everyRun)
    stopper.abort(
      new Conflict("Máy chủ đang dừng hoặc khởi động lại nên việc này chưa xong; chưa có gì được ghi.", {
        advice: "Hãy thử lại sau ít phút.",
      }),
    );
}

/** Keeps track of one kind of long work, in memory alone: what it works on is nowhere else either. */
export function watchRuns<Progress>({
  first,
  most,
  words,
}: {
  first: Progress;
  /** So many at once. */
  most: number;
  words: RunWords;
}): Runs<Progress> {
  const running = new Map<string, { actor: Actor; progress: Progress; stopper: AbortController }>();
  const own = ({ personId, agencyId }: Actor, id: string) => {
    const one = running.get(id);
    if (one?.actor.personId !== personId || one.actor.agencyId !== agencyId)
      throw new NotFound("Việc này đã xong hoặc không phải của bạn.");
    return one;
  };
  return {
    underWatch: async (actor, id, act) => {
      if (running.has(id)) throw new Conflict(words.already);
      if (running.size >= most) throw new Conflict(words.busy);
      const one = { actor, progress: first, stopper: new AbortController() };
      running.set(id, one);
      everyRun.add(one.stopper);
      try {
        return await act({
          signal: one.stopper.signal,
          tell: (progress) => {
            one.progress = progress;
          },
        });
      } finally {
        running.delete(id);
        everyRun.delete(one.stopper);
      }
    },
    progressOf: (actor, id) => own(actor, id).progress,
    stop: (actor, id) => own(actor, id).stopper.abort(new Conflict(words.stopped, { advice: words.advice })),
  };
}
