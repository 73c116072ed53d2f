import { contentInPeriod } from "#newsroom";
import { deadlineInWords, difficultiesBetween, planChain, taskDeadlines } from "#plan";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { servesPlan } from "../gather-chain.ts";
import { proofMoment } from "../proof-moment.ts";
import type { UnitFigure } from "./unit-report.ts";

interface Asked {
  agencyId: string;
  planId: string;
  periodFrom: string;
  periodTo: string;
}

type Row = UnitFigure["rows"][number];

/**
 * What the chain knows of a unit in a period on a day (YYYY-MM-DD): tasks and obligations that it answers for, those
 * of all units too, with their lights; proofs that count for them; what it published; difficulties that it raised.
 */
export async function unitFigures(
  q: Queryable,
  { agencyId, planId, periodFrom: from, periodTo: to }: Asked,
  unitId: string,
  day: string,
): Promise<UnitFigure[]> {
  const period = { from, to };
  const chain = await planChain(q, agencyId, planId, period);
  const lights = new Map(
    (await taskDeadlines(q, chain.plan, day < to ? day : to)).map(({ task, deadline }) => [
      task.id,
      deadline,
    ]),
  );
  const tasks = chain.tasks.filter(({ leadUnitId, allUnits }) => allUnits || leadUnitId === unitId);
  const taskRow = ({ id, title, allUnits, progress }: (typeof tasks)[number]): Row => {
    const deadline = lights.get(id);
    return {
      id,
      label: title,
      detail: [
        progress.done ? `${progress.evidenceCount} minh chứng trong kỳ` : "Chưa có minh chứng trong kỳ",
        ...(deadline && !progress.done
          ? [`${deadlineInWords(deadline)} (hạn ${formatDate(deadline.day)})`]
          : []),
        ...(allUnits ? ["việc chung của các đơn vị"] : []),
      ].join(" · "),
      url: `/workspace/nhiem-vu/${id}`,
    };
  };
  const obligations = chain.obligations.filter(
    ({ unitIds, allUnits }) => allUnits || unitIds.includes(unitId),
  );
  const obligationRow = ({
    id,
    code,
    what,
    evidenceCount,
    noneReason,
  }: (typeof obligations)[number]): Row => ({
    id,
    label: `${code}: ${what}`,
    detail:
      evidenceCount > 0
        ? `${evidenceCount} minh chứng trong kỳ`
        : (noneReason ?? "Chưa có minh chứng trong kỳ"),
    url: null,
  });
  const served = new Set([...tasks, ...obligations].map(({ id }) => id));
  const proofs = chain.evidence.filter(({ taskIds, obligationIds }) =>
    [...taskIds, ...obligationIds].some((id) => served.has(id)),
  );
  const published = (await contentInPeriod(q, agencyId, period)).filter(
    (item) => item.unitId === unitId && item.withdrawnAt === null && servesPlan(chain)(item),
  );
  const difficulties = (await difficultiesBetween(q, agencyId, planId, period)).filter(
    (difficulty) => difficulty.unitId === unitId,
  );
  const figure = (key: string, label: string, unitWord: string, rows: Row[]): UnitFigure => ({
    key,
    label,
    unit: unitWord,
    value: rows.length,
    rows,
  });
  return [
    figure("tasks", "Nhiệm vụ được giao", "nhiệm vụ", tasks.map(taskRow)),
    figure(
      "tasks-done",
      "Nhiệm vụ đã có minh chứng trong kỳ",
      "nhiệm vụ",
      tasks.filter(({ progress }) => progress.done).map(taskRow),
    ),
    figure(
      "tasks-late",
      "Nhiệm vụ quá hạn",
      "nhiệm vụ",
      tasks.filter(({ id }) => lights.get(id)?.light === "overdue").map(taskRow),
    ),
    figure("obligations", "Nội dung phải thực hiện", "nội dung", obligations.map(obligationRow)),
    figure(
      "obligations-done",
      "Nội dung phải thực hiện đã có minh chứng trong kỳ",
      "nội dung",
      obligations.filter(({ evidenceCount }) => evidenceCount > 0).map(obligationRow),
    ),
    figure(
      "evidence",
      "Minh chứng được tính",
      "minh chứng",
      proofs.map(({ id, label, at, url }) => ({
        id,
        label,
        detail: proofMoment(new Date(at).toISOString()),
        url,
      })),
    ),
    figure(
      "published",
      "Tin, bài đã đăng",
      "tin, bài",
      published.map(({ id, title, kindLabel, publishedAt, url }) => ({
        id,
        label: title,
        detail: `${kindLabel} · ${publishedAt ? formatDateTime(publishedAt) : ""}`,
        url,
      })),
    ),
    figure(
      "difficulties",
      "Khó khăn, vướng mắc đã nêu",
      "khó khăn",
      difficulties.map(({ id, what, about, decision }) => ({
        id,
        label: what,
        detail: [about, decision === null ? "chưa có quyết định" : `quyết định: ${decision}`].join(" · "),
        url: "/workspace/kho-khan",
      })),
    ),
  ];
}
