import { z } from "zod";
import { defineSignal } from "#platform/signals/define-signal.ts";

const ids = z.object({ itemId: z.uuid(), revisionId: z.uuid(), agencyId: z.uuid() });

export const contentSubmitted = defineSignal("newsroom.content-submitted", ids);
/** `isFirst` false: other words of a text that was public before. */
export const contentPublished = defineSignal(
  "newsroom.content-published",
  ids.extend({ isFirst: z.boolean() }),
);
export const contentWithdrawn = defineSignal("newsroom.content-withdrawn", ids);
export const contentRemoved = defineSignal("newsroom.content-removed", ids);
