/** @jsxImportSource hono/jsx */
import { countText, percentText, ShareBar } from "#platform/http/portal-parts.tsx";
import { beginning } from "#platform/text/beginning.ts";
import { type PlanProgress, type PublishedClause, partInWords } from "../published.ts";

/** "III. Tổ chức thực hiện": the label as printed, then the title or the beginning of the text. */
export function clauseName({ label, title, text }: PublishedClause): string {
  const words = title || beginning(text, 90);
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

type Proof = PublishedClause["evidence"][number];

const sameProof = ({ label, url }: Proof) => `${url} ${label}`;

/** Proofs of a clause with all below it, each once: one article may prove a clause and a paragraph of it. */
export function evidenceWithin(clause: PublishedClause): Map<string, Proof> {
  return new Map([
    ...clause.evidence.map((proof) => [sameProof(proof), proof] as const),
    ...clause.children.flatMap((child) => [...evidenceWithin(child)]),
  ]);
}

/** Proofs to print at the clause itself, newest first: what a clause below prints is not printed twice. */
export function ownEvidence({ evidence, children }: PublishedClause): Proof[] {
  const below = new Map(children.flatMap((child) => [...evidenceWithin(child)]));
  return evidence
    .filter((proof) => !below.has(sameProof(proof)))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** "12 trên 31 nhiệm vụ" with its bar: numerator and denominator before the share, then each period by itself. */
export function ProgressFigure({ progress: { tasksDone, tasksTotal, parts } }: { progress: PlanProgress }) {
  return (
    <div class="figure">
      <p class="figure-words">
        <strong>{countText(tasksDone)}</strong> trên <strong>{countText(tasksTotal)}</strong> nhiệm vụ đã có
        minh chứng trong kỳ ({percentText(tasksDone, tasksTotal)})
      </p>
      <ShareBar done={tasksDone} total={tasksTotal} />
      <ul class="figure-parts">
        {parts.map((part) => (
          <li>{partInWords(part)}.</li>
        ))}
      </ul>
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
    <section class="progress-scroll" aria-label={caption} tabindex={0}>
      <table class="progress">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Mục của kế hoạch</th>
            <th scope="col" class="number">
              Có minh chứng
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
    </section>
  );
}
