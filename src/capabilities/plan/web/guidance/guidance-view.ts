import type { api } from "../api.ts";

export type GuidanceView = Awaited<ReturnType<typeof api.plan.guidance.call>>["notes"][number];
export type QuestionView = GuidanceView["questions"][number];
