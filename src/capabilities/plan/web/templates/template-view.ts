import type { api } from "../api.ts";

export type TemplateAnswer = Awaited<ReturnType<typeof api.plan.templates.call>>;
export type TemplateView = TemplateAnswer["templates"][number];
