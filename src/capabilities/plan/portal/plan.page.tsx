/** @jsxImportSource hono/jsx */

import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Moment } from "#platform/http/portal-parts.tsx";
import {
  clauseAnchor,
  type PublishedClause,
  type PublishedPlanAddress,
  type PublishedPlanPage,
  planPath,
  publishedPlan,
  standingWords,
  type TakenBackPlan,
  takenBackPlan,
  versionInWords,
} from "../published.ts";
import {
  clauseName,
  countedWithin,
  evidenceWithin,
  ownEvidence,
  ProgressFigure,
  ProgressTable,
} from "./plan-progress.tsx";

/** Proofs printed at once; the others open on request. */
const SHOWN_PROOFS = 8;

function ProofList({ proofs }: { proofs: PublishedClause["evidence"] }) {
  return (
    <ul>
      {proofs.map(({ label, url, at }) => (
        <li>
          {url ? <a href={url}>{label}</a> : label}{" "}
          <span class="soft">
            (<Moment at={at} withHour={false} />)
          </span>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ proofs }: { proofs: PublishedClause["evidence"] }) {
  const more = proofs.slice(SHOWN_PROOFS);
  return (
    <div class="proofs">
      <p class="proofs-head">Đã làm ({countText(proofs.length)})</p>
      <ProofList proofs={proofs.slice(0, SHOWN_PROOFS)} />
      {more.length > 0 && (
        <details>
          <summary>Xem {countText(more.length)} minh chứng cũ hơn</summary>
          <ProofList proofs={more} />
        </details>
      )}
    </div>
  );
}

/** One task is told by its state, several by their number; the mark is never alone. */
function taskState({ tasksDone, tasksTotal }: { tasksDone: number; tasksTotal: number }): string {
  const mark = tasksDone === tasksTotal ? "✓ " : "";
  if (tasksTotal === 1) return `${mark}${tasksDone === 1 ? "Đã có" : "Chưa có"} minh chứng trong kỳ`;
  return `${mark}${countText(tasksDone)}/${countText(tasksTotal)} nhiệm vụ có minh chứng trong kỳ`;
}

function ClauseCounts({ clause }: { clause: PublishedClause }) {
  const counted = countedWithin(clause);
  const proofs = evidenceWithin(clause).size;
  if (counted.tasksTotal === 0 && proofs === 0) return null;
  return (
    <span class="clause-counts">
      {counted.tasksTotal > 0 && taskState(counted)}
      {counted.tasksTotal > 0 && proofs > 0 && ", "}
      {proofs > 0 && <>{countText(proofs)} minh chứng</>}
    </span>
  );
}

/** The words that the clause's own line has not said yet, who answers for it, the proofs, and what is below. */
function ClauseBody({ clause, text, level }: { clause: PublishedClause; text: string; level: 3 | 4 }) {
  const { leadUnit, children } = clause;
  const proofs = ownEvidence(clause);
  return (
    <div class="clause-body">
      {text !== "" && text.split("\n").map((line) => <p>{line}</p>)}
      {leadUnit && (
        <p class="soft">
          Đơn vị chủ trì: <span class="ink">{leadUnit}</span>
        </p>
      )}
      {proofs.length > 0 && <Evidence proofs={proofs} />}
      {children.map((child) => (
        <Clause clause={child} level={level} />
      ))}
    </div>
  );
}

function Clause({ clause, level }: { clause: PublishedClause; level: 3 | 4 }) {
  const Heading = level === 3 ? "h3" : "h4";
  const text = clause.title ? clause.text : "";
  const isMore =
    text !== "" || clause.leadUnit || clause.children.length > 0 || ownEvidence(clause).length > 0;
  return (
    <div class="clause" id={clauseAnchor(clause.path)}>
      {clause.title ? (
        <Heading class="clause-name">
          {clauseName(clause)} <ClauseCounts clause={clause} />
        </Heading>
      ) : (
        <p class="clause-line">
          {[clause.label, clause.text].filter((part) => part !== "").join(" ")}{" "}
          <ClauseCounts clause={clause} />
        </p>
      )}
      {isMore && <ClauseBody clause={clause} text={text} level={4} />}
    </div>
  );
}

function Section({ clause, open }: { clause: PublishedClause; open: boolean }) {
  const isWhole = !clause.title && clauseName(clause).endsWith(clause.text);
  return (
    <details class="section" id={clauseAnchor(clause.path)} open={open}>
      <summary>
        <h2>{clauseName(clause)}</h2>
        <ClauseCounts clause={clause} />
      </summary>
      <ClauseBody clause={clause} text={isWhole ? "" : clause.text} level={3} />
    </details>
  );
}

/** That the plan is no longer carried out, since when, and which one is. */
function OverNote({ plan: { standing, endedAt, heir } }: Pick<PublishedPlanPage, "plan">) {
  if (endedAt === null) return null;
  return (
    <p class="lead">
      {standingWords[standing]} từ ngày {formatDate(toVietnamDate(endedAt))}.
      {heir && (
        <>
          {" "}
          Kế hoạch đang thực hiện: <a href={planPath(heir.slug)}>{heir.title}</a>.
        </>
      )}
    </p>
  );
}

/** From one public plan to another; nothing where there is one only. */
function PlanChoice({ plans, slug }: { plans: PublishedPlanAddress[]; slug: string }) {
  const others = plans.filter((plan) => plan.slug !== slug);
  if (others.length === 0) return null;
  return (
    <nav class="plan-choice" aria-label="Kế hoạch khác">
      <details>
        <summary>Xem kế hoạch khác ({countText(others.length)})</summary>
        <ul>
          {others.map((plan) => (
            <li>
              <a href={planPath(plan.slug)}>{plan.title}</a>{" "}
              <span class="soft">
                (năm {plan.year}, {standingWords[plan.standing].toLowerCase()})
              </span>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

export function PlanView({ page, now }: { page: PublishedPlanPage; now: Date }) {
  const { plan, clauses, progress } = page;
  const source = `Nguồn: minh chứng do các đơn vị gắn vào từng nhiệm vụ của kế hoạch, tính đến ngày ${formatDate(toVietnamDate(now))}. Kỳ báo cáo chốt ngày 14 (Nghị định 09/2019/NĐ-CP).`;
  return (
    <div class="plan">
      <h1>{plan.title}</h1>
      <p class="facts">
        Kế hoạch năm {plan.year}
        <span aria-hidden="true"> · </span>
        {plan.number ? `Số ${plan.number}/${plan.symbol}` : `Ký hiệu ${plan.symbol}`}
        {plan.date && (
          <>
            <span aria-hidden="true"> · </span>
            Ngày {formatDate(plan.date)}
          </>
        )}
        <span aria-hidden="true"> · </span>
        {plan.version === 1 ? "Bản ban hành lần đầu" : versionInWords(plan)}
      </p>
      <OverNote plan={plan} />
      <PlanChoice plans={page.plans} slug={plan.slug} />
      <p class="lead">
        Trang này cho biết cơ quan đã hứa làm gì trong kế hoạch và việc nào đã có kết quả xem được. Mở từng
        mục để đọc nội dung và các minh chứng.
      </p>
      <section class="summary" aria-labelledby="ket-qua">
        <h2 id="ket-qua">Đã hứa và đã làm</h2>
        {progress.tasksTotal > 0 ? (
          <>
            <ProgressFigure progress={progress} />
            <ProgressTable clauses={clauses} caption="Số nhiệm vụ có minh chứng trong kỳ theo từng mục" />
          </>
        ) : (
          <p>Kế hoạch chưa được chia thành nhiệm vụ.</p>
        )}
        <p class="source">{source}</p>
        <details class="how">
          <summary>Cách tính</summary>
          <p>
            Một nhiệm vụ được tính khi đơn vị đã gắn ít nhất một minh chứng (bài đăng, văn bản, hình ảnh)
            trong kỳ đang tính; không tính theo lời khai. Minh chứng đã rút không được tính. “Chưa có minh
            chứng” không có nghĩa là chưa làm: có thể việc đang làm, hoặc kết quả chưa được gắn vào kế hoạch.
          </p>
        </details>
      </section>
      <section aria-labelledby="noi-dung-ke-hoach">
        <h2 id="noi-dung-ke-hoach" class="unseen">
          Nội dung kế hoạch
        </h2>
        {clauses.map((clause, index) => (
          <Section clause={clause} open={index === 0} />
        ))}
      </section>
    </div>
  );
}

/** What is left of a plan that was taken off the portal: that it stood here, until when, and why it does no more. */
function takenBackPage({ id, slug, title, takenBackAt, reason }: TakenBackPlan): PortalPage {
  const day = formatDate(toVietnamDate(takenBackAt));
  return {
    kind: "page",
    status: 410,
    title: `Đã rút: ${title}`,
    description: `Kế hoạch này được rút khỏi cổng ngày ${day}.`,
    path: planPath(slug),
    crumbs: [{ label: "Kế hoạch", href: "/ke-hoach" }],
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">Kế hoạch này được rút khỏi cổng ngày {day}.</p>
        <p>Lý do: {reason}</p>
        <p>
          <a href="/ke-hoach">Xem các kế hoạch đang công khai</a>
        </p>
      </>
    ),
    tags: [`plan:${id}`],
    unlisted: true,
  };
}

/** /ke-hoach/<slug>: what the agency promised, and what is done, clause by clause. */
export async function answerPlan({ database, agency, params, now }: PortalCall): Promise<PortalPage | null> {
  const slug = params.slug ?? "";
  const page = await publishedPlan(database, agency.id, slug, now);
  if (page === null) {
    const gone = await takenBackPlan(database, agency.id, slug);
    return gone && takenBackPage(gone);
  }
  const { plan, progress } = page;
  return {
    kind: "page",
    title: plan.title,
    description: `${agency.name} đã hứa gì và làm được gì: ${progress.tasksDone} trên ${progress.tasksTotal} nhiệm vụ của kế hoạch năm ${plan.year} đã có minh chứng trong kỳ.`,
    path: planPath(plan.slug),
    crumbs: [{ label: "Kế hoạch", href: "/ke-hoach" }],
    body: <PlanView page={page} now={now} />,
    tags: [`plan:${plan.id}`],
    lastModified: null,
  };
}
