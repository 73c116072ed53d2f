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
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(source);
  const violations = await page.evaluate<AxeResults["violations"]>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }).then(({ violations }) => violations)`,
  );
  const found: string[] = [];
  for (const { id, help, nodes } of violations)
    for (const { target, failureSummary } of nodes)
      if (id !== "target-size" || (await smallInView(page, target.join(" "))))
        found.push(`${id}: ${help}: ${target.join(" ")}: ${failureSummary ?? ""}`);
  return found;
}

/** A target half scrolled under a sticky header is measured once more where a person would press it: in full view. */
async function smallInView(page: Page, target: string): Promise<boolean> {
  await page
    .locator(target)
    .evaluate((element) => element.scrollIntoView({ block: "center", inline: "center" }));
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(target)}, { runOnly: { type: "rule", values: ["target-size"] } })`,
  );
  return violations.length > 0;
}
