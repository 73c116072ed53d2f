import type { api } from "../api.ts";

export type ShortcomingView = Awaited<ReturnType<typeof api.plan.shortcomings.call>>["shortcomings"][number];
