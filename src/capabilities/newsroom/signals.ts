import { z } from "zod";
import { defineSignal } from "#platform/signals/define-signal.ts";

const ids = z.object({ itemId: z.uuid(), revisionId: z.uuid(), agencyId: z.uuid() });

export const contentSubmitted = defineSignal("newsroom.content-submitted", ids);
export const contentPublished = defineSignal("newsroom.content-published", ids);
export const contentWithdrawn = defineSignal("newsroom.content-withdrawn", ids);
export const contentRemoved = defineSignal("newsroom.content-removed", ids);
