import type { api } from "../api.ts";

export type ProposalView = Awaited<ReturnType<typeof api.plan.proposals.call>>["proposals"][number];
