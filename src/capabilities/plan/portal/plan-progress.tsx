/** @jsxImportSource hono/jsx */
import { countText, percentText, ShareBar } from "#platform/http/portal-parts.tsx";
import type { PublishedClause } from "../published.ts";

export const planPath = (slug: string) => `/ke-hoach/${slug}`;

/** "III. Tổ chức thực hiện": the label as printed, then the title or the beginning of the text. */
export function clauseName({ label, title, text }: PublishedClause): string {
  const words = title || (text.length > 90 ? `${text.slice(0, text.lastIndexOf(" ", 88))}…` : text);
  return [label, words].filter((part) => part !== "").join(" ");
}

interface Counted {
  tasksDone: number;
  tasksTotal: number;
}

/** Tasks of a clause with all below it. */
export function countedWithin(clause: PublishedClause): Counted {
  return clause.children.map(countedWithin).reduce(
    (sum, below) => ({
      tasksDone: sum.tasksDone + below.tasksDone,
      tasksTotal: sum.tasksTotal + below.tasksTotal,
    }),
    { tasksDone: clause.tasksDone, tasksTotal: clause.tasksTotal },
  );
}

/** Proofs of a clause with all below it, each once. */
export function evidenceWithin(clause: PublishedClause): number {
  return clause.evidence.length + clause.children.reduce((sum, child) => sum + evidenceWithin(child), 0);
}

/** "12 trên 31 nhiệm vụ" with its bar: the numerator and the denominator before the share. */
export function ProgressFigure({ tasksDone, tasksTotal }: Counted) {
  return (
    <div class="figure">
      <p class="figure-words">
        <strong>{countText(tasksDone)}</strong> trên <strong>{countText(tasksTotal)}</strong> nhiệm vụ đã có
        minh chứng hoàn thành ({percentText(tasksDone, tasksTotal)})
      </p>
      <ShareBar done={tasksDone} total={tasksTotal} />
    </div>
  );
}

/** The chart of a plan: every section with its figures, and the bar as a picture of the same row. */
export function ProgressTable({ clauses, caption }: { clauses: PublishedClause[]; caption: string }) {
  const rows = clauses
    .map((clause) => ({ clause, ...countedWithin(clause) }))
    .filter(({ tasksTotal }) => tasksTotal > 0);
  if (rows.length === 0) return null;
  return (
    <table class="progress">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Mục của kế hoạch</th>
          <th scope="col" class="number">
            Hoàn thành
          </th>
          <th scope="col" class="number">
            Nhiệm vụ
          </th>
          <th scope="col" class="number">
            Tỷ lệ
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ clause, tasksDone, tasksTotal }) => (
          <tr>
            <th scope="row">
              {clauseName(clause)}
              <ShareBar done={tasksDone} total={tasksTotal} />
            </th>
            <td class="number">{countText(tasksDone)}</td>
            <td class="number">{countText(tasksTotal)}</td>
            <td class="number">{percentText(tasksDone, tasksTotal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
