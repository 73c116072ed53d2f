import { ORPCError } from "@orpc/client";
import { explainError } from "#ui/api-error.ts";
import { newId } from "#ui/new-id.ts";
import { api, type Picture } from "../api.ts";

/** Bytes of one part: small enough to lose little when a connection breaks. */
const PART = 2 * 1024 * 1024;
const LONGEST_WAIT = 15_000;

/** A file on its way, as the screen shows it. */
export interface Sending {
  id: string;
  fileName: string;
  bytes: number;
  received: number;
  state: "waiting" | "sending" | "broken" | "finishing" | "done" | "refused";
  /** Why it stands still, in words. */
  why: string | null;
  /** What became of it. */
  made: Picture | null;
}

/** By which a file is known again after the page was left. */
export const fingerprintOf = (file: File): string => `${file.name}:${file.size}:${file.lastModified}`;

/** Whether the call may be made again as it is: no answer came, or the server was at fault. */
const isBreak = (error: unknown) => !(error instanceof ORPCError) || error.status >= 500;

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(late);
      window.removeEventListener("online", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const late = setTimeout(go, milliseconds);
    window.addEventListener("online", go);
    signal.addEventListener("abort", go);
  });

/**
 * Sends a file part by part, and goes on by itself after a broken connection from where the server is. `id` names
 * the sending; one that is known to the server goes on. Ends done, refused in words, or silently when aborted.
 */
export async function sendFile(
  file: File,
  id: string,
  signal: AbortSignal,
  show: (change: Partial<Sending>) => void,
  /** True: of a picture neither place nor camera is kept. */
  bare = false,
): Promise<void> {
  let received: number | null = null;
  let tries = 0;
  while (!signal.aborted) {
    try {
      if (received === null) {
        const begun = await api.newsroom.beginUpload.call({
          id,
          fileName: file.name,
          bytes: file.size,
          fingerprint: fingerprintOf(file),
        });
        received = begun.received;
      }
      show({ state: "sending", received, why: null });
      if (received < file.size) {
        const part = new File([file.slice(received, received + PART)], "part");
        const answer = await api.newsroom.sendPart.call({ id, offset: received, part });
        received = answer.received;
        tries = 0;
        show({ received });
        continue;
      }
      show({ state: "finishing" });
      const made = await api.newsroom.finishUpload.call({ id, bare });
      return show({ state: "done", made });
    } catch (error) {
      if (signal.aborted) return;
      if (!isBreak(error)) {
        await api.newsroom.dropUpload.call({ id }).catch(() => null);
        const { title, issues } = explainError(error);
        return show({ state: "refused", why: issues[0]?.message ?? title });
      }
      // Where the server is may be further than the last answer that came through.
      received = null;
      show({ state: "broken", why: "Mất kết nối; tệp tự tải tiếp khi có mạng trở lại." });
      tries += 1;
      await pause(Math.min(LONGEST_WAIT, 1000 * 2 ** tries), signal);
    }
  }
}

/** A file that waits for its turn. */
export const waiting = (file: File, id = newId()): Sending => ({
  id,
  fileName: file.name,
  bytes: file.size,
  received: 0,
  state: "waiting",
  why: null,
  made: null,
});
