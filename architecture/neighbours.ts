/**
 * Which capabilities a capability may call, through their doors. Acyclic: lower ones stand first and tell the upper
 * ones by signals. Add a line when a capability comes; `npm run new:capability` does it.
 */
export const neighbours: Record<string, string[]> = {
  organization: [],
  documents: ["organization"],
  plan: ["organization", "documents"],
  newsroom: ["organization", "documents", "plan"],
  channels: ["organization", "plan", "newsroom"],
  procedures: ["organization", "documents", "plan"],
  timeliness: ["organization", "plan", "newsroom", "procedures"],
  feedback: ["organization", "plan", "newsroom", "channels"],
  events: ["organization", "plan", "newsroom", "feedback"],
  listening: ["organization", "plan", "newsroom", "channels"],
  indices: ["organization", "plan", "newsroom"],
  budget: ["organization", "plan", "newsroom", "channels", "timeliness"],
  reports: [
    "organization",
    "documents",
    "plan",
    "newsroom",
    "channels",
    "procedures",
    "timeliness",
    "feedback",
    "indices",
    "budget",
    "events",
    "listening",
  ],
  restructuring: ["organization", "plan", "newsroom", "events", "feedback"],
  site: ["organization", "documents", "plan", "newsroom", "procedures", "timeliness", "indices"],
};
