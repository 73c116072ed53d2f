/** @jsxImportSource hono/jsx */
import { describe, expect, test } from "vitest";
import type { PublishedClause } from "../published.ts";
import { PlanView } from "./plan.page.tsx";
import { countedWithin, evidenceWithin, ownEvidence } from "./plan-progress.tsx";

const proof = (label: string, day = 1) => ({
  label,
  url: `/tin-tuc/${label}`,
  at: new Date(Date.UTC(2026, 9, day)),
});
const clause = (path: string, changes: Partial<PublishedClause> = {}): PublishedClause => ({
  path,
  label: `${path}.`,
  title: `Mục ${path}`,
  text: "",
  leadUnit: null,
  tasksDone: 0,
  tasksTotal: 0,
  evidence: [],
  children: [],
  ...changes,
});
const view = (clauses: PublishedClause[]) => {
  const totals = clauses.map(countedWithin).reduce(
    (sum, { tasksDone, tasksTotal }) => ({
      tasksDone: sum.tasksDone + tasksDone,
      tasksTotal: sum.tasksTotal + tasksTotal,
    }),
    { tasksDone: 0, tasksTotal: 0 },
  );
  const plan = {
    id: "1",
    slug: "ke-hoach-mau",
    title: "Kế hoạch mẫu",
    year: 2026,
    number: null,
    symbol: "KH-SM",
    date: null,
    standing: "in-force" as const,
    endedAt: null,
    version: 2,
    holdsFrom: "2026-07-01",
    heir: null,
  };
  const period = {
    code: "2026-Q4",
    kind: "quarter",
    label: "Quý IV năm 2026",
    from: "2026-09-15",
    to: "2026-12-14",
  } as const;
  const progress = { ...totals, parts: [{ period, ...totals }] };
  return String(
    <PlanView page={{ plan, plans: [], clauses, progress }} now={new Date("2026-11-23T00:00:00Z")} />,
  );
};

describe("the public page of a plan", () => {
  test("gives every figure with numerator, denominator, period and source, as a chart and as words", () => {
    const html = view([
      clause("I", { tasksDone: 1, tasksTotal: 3 }),
      clause("II", { children: [clause("II.1", { tasksDone: 2, tasksTotal: 2 })] }),
    ]);
    expect(html).toContain(
      "<strong>3</strong> trên <strong>5</strong> nhiệm vụ đã có minh chứng trong kỳ (60%)",
    );
    expect(html).toContain(
      "Quý IV năm 2026 (15/09/2026 – 14/12/2026): 3 trên 5 việc thường xuyên hoặc hằng quý đã có minh chứng.",
    );
    expect(html).toContain("Nguồn:");
    expect(html).toContain("Bản 2, từ ngày 01/07/2026");
    expect(html).toContain("tính đến ngày 23/11/2026");
    expect(html).toMatch(
      /I\. Mục I<svg class="bar".*?<td class="number">1<\/td><td class="number">3<\/td><td class="number">33,3%<\/td>/,
    );
    expect(html).toContain("✓ 2/2 nhiệm vụ có minh chứng trong kỳ");
  });

  test("prints a proof once, at the clause that it proves most closely", () => {
    const tree = clause("I", {
      evidence: [proof("chung"), proof("rieng")],
      children: [clause("I.1", { evidence: [proof("chung")] })],
    });
    expect(ownEvidence(tree).map(({ label }) => label)).toEqual(["rieng"]);
    expect(evidenceWithin(tree).size).toBe(2);
    expect(view([tree]).match(/href="\/tin-tuc\/chung"/g)).toHaveLength(1);
  });

  test("shows the newest proofs and keeps the older ones behind one click", () => {
    const html = view([
      clause("I", {
        evidence: Array.from({ length: 11 }, (_, index) => proof(`bai-${index + 1}`, index + 1)),
      }),
    ]);
    expect(html).toContain("Xem 3 minh chứng cũ hơn");
    expect(html.indexOf("/tin-tuc/bai-11")).toBeLessThan(html.indexOf("Xem 3 minh chứng"));
    expect(html.indexOf('/tin-tuc/bai-1"')).toBeGreaterThan(html.indexOf("Xem 3 minh chứng"));
  });

  test("says when nothing is counted instead of dividing by nothing", () => {
    const html = view([clause("I")]);
    expect(html).toContain("Kế hoạch chưa được chia thành nhiệm vụ.");
    expect(html).not.toMatch(/NaN|Infinity/);
  });

  test("keeps the words of a clause without a title whole, and lets none become markup", () => {
    const long = `Một đoạn không có tiêu đề ${"và còn dài hơn nữa ".repeat(10)}<script>`;
    const html = view([
      clause("p1", { label: "", title: null, text: long }),
      clause("I", { children: [clause("I.p1", { label: "", title: null, text: long })] }),
    ]);
    expect(html.match(/&lt;script&gt;/g)!.length).toBeGreaterThanOrEqual(2);
    expect(html).not.toContain("<script>");
  });
});
