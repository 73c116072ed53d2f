import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "#platform/config/root.ts";

/** What the run that opens the public pages writes down (e2e/accessibility-results.test.ts); nothing here is estimated. */
const resultsShape = z.object({
  /** Day of the run, ISO. */
  testedOn: z.iso.date(),
  /** Version of the product that was tested. */
  version: z.string(),
  tool: z.string(),
  browser: z.string(),
  /** Widths of the window in pixels. */
  widths: z.array(z.number().int()).min(1),
  pages: z.array(z.object({ label: z.string(), path: z.string() })).min(1),
  /** Of each criterion that the tool looked at: places that passed, that failed, that a person would have to judge. */
  criteria: z.array(
    z.object({
      id: z.string(),
      passed: z.number().int(),
      failed: z.number().int(),
      unsure: z.number().int(),
    }),
  ),
});
export type AccessibilityResults = z.infer<typeof resultsShape>;

/** What people found that does not hold, and what they have tried by hand; written by hand. */
const handShape = z.object({
  known: z.array(z.object({ what: z.string(), since: z.iso.date() })),
  tried: z.array(z.object({ what: z.string(), with: z.string(), on: z.iso.date() })),
});
export type AccessibilityByHand = z.infer<typeof handShape>;

const HERE = join(root, "src", "apps", "portal", "accessibility");
export const RESULTS_FILE = join(HERE, "results.json");
const HAND_FILE = join(HERE, "by-hand.json");

const read = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

export interface AccessibilityFacts {
  /** Null: no run has left results, or they cannot be read. */
  results: AccessibilityResults | null;
  byHand: AccessibilityByHand;
  /** Version of the product that runs. */
  version: string;
}

/** What is known of the accessibility of this version; what cannot be read is as if it were not there. */
export function readAccessibility(): AccessibilityFacts {
  const { version } = z.object({ version: z.string() }).parse(read(join(root, "package.json")));
  return {
    results: resultsShape.safeParse(read(RESULTS_FILE)).data ?? null,
    byHand: handShape.safeParse(read(HAND_FILE)).data ?? { known: [], tried: [] },
    version,
  };
}
