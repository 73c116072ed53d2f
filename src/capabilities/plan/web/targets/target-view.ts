import type { api } from "../api.ts";

export type TargetView = Awaited<ReturnType<typeof api.plan.targets.call>>["targets"][number];
