import { describe, expect, test } from "vitest";
import { pdfOf } from "#platform/official-document/read/pdf/pdf.fixture.ts";
import { readPages } from "#platform/official-document/read/pdf/read-pages.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import type { Clause } from "../plan-reading.ts";
import { planReadingSchema } from "../plan-reading.ts";
import { readPlan, readPlanOf } from "../read-plan.ts";
import { appendixPlans } from "./appendices.fixture.ts";
import { committeePlans } from "./committees.fixture.ts";
import { departmentPlans } from "./departments.fixture.ts";
import { everydayPlans } from "./everyday-plans.fixture.ts";
import { oddPlans } from "./odd-structures.fixture.ts";
import { otherOffices } from "./other-offices.fixture.ts";
import { compared, outlineOf } from "./outline.fixture.ts";

function flat(clauses: Clause[], level = 0): Clause[] {
  return clauses.flatMap((clause) => {
    expect(clause.level).toBe(level);
    return [clause, ...flat(clause.children, level + 1)];
  });
}

describe.each([
  ["departments", departmentPlans],
  ["People's Committees and what stands under them", committeePlans],
  ["an ordinary day", everydayPlans],
  ["tables of tasks", appendixPlans],
  ["odd structures", oddPlans],
  ["other offices", otherOffices],
])("plans of %s read as a careful person reads them", (_, plans) => {
  test.each(plans.map((plan) => [plan.name, plan] as const))("%s", async (_name, plan) => {
    const reading = planReadingSchema.parse(await readPlan(await plan.file(), plan.fileName));
    const { expected, actual } = compared(plan.expected, outlineOf(reading));
    expect(actual).toEqual(expected);

    const clauses = flat(reading.clauses);
    const paths = clauses.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { clause } of reading.tasks) expect(clause === null || paths.includes(clause)).toBe(true);
    const warned = reading.warnings.map(({ code, where }) => `${code}@${where}`);
    for (const warning of plan.warnings ?? []) expect(warned).toContain(warning);
    if (plan.odt) expect(await readPlan(await plan.odt(), "ke-hoach.odt")).toEqual(reading);
  });

  describe.each([
    ["as PDF", {}],
    ["as PDF of an office suite", { bare: true }],
  ])("%s", (_setting, setting) => {
    test.each(plans.filter(({ typeset = true }) => typeset).map((plan) => [plan.name, plan] as const))(
      "%s",
      async (_name, plan) => {
        const file = pdfOf(await readDocument(await plan.file(), plan.fileName), setting);
        const { reading } = readPlanOf(await readPages(file, { mostPages: 100, isBeyond: () => false }));
        const { expected, actual } = compared(plan.expected, outlineOf(reading));
        expect(actual).toEqual(expected);
      },
    );
  });
});
