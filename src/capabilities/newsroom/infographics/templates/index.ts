import type { Template } from "../template.ts";
import { beforeAfter } from "./before-after.ts";
import { figures } from "./figures.ts";
import { ranking } from "./ranking.ts";
import { steps } from "./steps.ts";
import { timeline } from "./timeline.ts";

export const templates: Template[] = [figures, ranking, steps, timeline, beforeAfter];

/** The template with this slug; pictures of one that was taken out keep what they are. */
export const templateOf = (slug: string): Template | undefined =>
  templates.find((template) => template.slug === slug);
