import type { api } from "../api.ts";

export type DifficultyView = Awaited<ReturnType<typeof api.plan.difficulties.call>>["difficulties"][number];
