import type { api } from "../api.ts";

export type SuggestionAnswer = Awaited<ReturnType<typeof api.plan.suggestions.call>>;
export type SuggestionView = SuggestionAnswer["open"][number];
