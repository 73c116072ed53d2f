import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Colours are judged as they stay: what fades in or out is waited for, what turns for ever is not. */
const settled = `Promise.allSettled(
  document.getAnimations()
    .filter((one) => one.playState === "running" && one.effect?.getComputedTiming().iterations !== Infinity)
    .map((one) => one.finished),
)`;

/**
 * What axe finds against WCAG 2.2 AA in the page's present state: one line per rule and place, empty when all is
 * well. Works under a strict content security policy.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(settled);
  await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
