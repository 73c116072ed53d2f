import type { api } from "../api.ts";

export type WorkItemView = Awaited<ReturnType<typeof api.plan.workProgramme.call>>["items"][number];
