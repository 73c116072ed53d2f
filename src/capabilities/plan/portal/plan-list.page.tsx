/** @jsxImportSource hono/jsx */
import type { HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { Empty } from "#platform/http/portal-parts.tsx";
import {
  type PlanStanding,
  type PublishedPlanSummary,
  planPath,
  publishedPlans,
  standingWords,
} from "../published.ts";
import { ProgressFigure } from "./plan-progress.tsx";

/** Whether citizens are told that the plan is no longer carried out. */
const isOver = (standing: PlanStanding) => standing === "replaced" || standing === "ended";

function PlanCard({ plan, level }: { plan: PublishedPlanSummary; level: 2 | 3 }) {
  const title = <a href={planPath(plan.slug)}>{plan.title}</a>;
  return (
    <article class="plan-card">
      {level === 2 ? <h2 class="card-title">{title}</h2> : <h3 class="card-title">{title}</h3>}
      <p class="card-facts">
        Kế hoạch năm {plan.year}
        {isOver(plan.standing) && <>, {standingWords[plan.standing].toLowerCase()}</>}
      </p>
      {plan.progress.tasksTotal > 0 && <ProgressFigure progress={plan.progress} />}
    </article>
  );
}

function PlanList({ plans }: { plans: PublishedPlanSummary[] }) {
  return (
    <>
      <h1>Kế hoạch</h1>
      <p class="lead">Những việc cơ quan đã nhận làm trong năm, và việc nào đã có kết quả.</p>
      {plans.length > 0 ? (
        <div class="plan-cards">
          {plans.map((plan) => (
            <PlanCard plan={plan} level={2} />
          ))}
        </div>
      ) : (
        <Empty>
          <p>Chưa có kế hoạch nào được công bố.</p>
          <p>
            <a href="/tin-tuc">Xem tin tức</a>
          </p>
        </Empty>
      )}
    </>
  );
}

/** /ke-hoach */
export async function answerPlanList({ database, agency, now }: PortalCall): Promise<PortalPage> {
  const plans = await publishedPlans(database, agency.id, now);
  return {
    kind: "page",
    title: "Kế hoạch",
    description: `Kế hoạch tuyên truyền cải cách hành chính của ${agency.name} và kết quả thực hiện từng nhiệm vụ.`,
    path: "/ke-hoach",
    crumbs: [],
    body: <PlanList plans={plans} />,
    tags: ["plan:any"],
  };
}

function HomePlans({ plans }: { plans: PublishedPlanSummary[] }) {
  return (
    <section class="home-plan" aria-labelledby="da-hua">
      <h2 id="da-hua">Đã hứa và đã làm</h2>
      {plans.map((plan) => (
        <>
          <PlanCard plan={plan} level={3} />
          <p class="more">
            <a href={planPath(plan.slug)}>
              Xem từng nhiệm vụ và minh chứng
              {plans.length > 1 && <span class="unseen"> của kế hoạch “{plan.title}”</span>}
            </a>
          </p>
        </>
      ))}
    </section>
  );
}

/** Plans in force that the home page shows at once; the list has them all. */
const MOST_ON_HOME = 3;

/** The plans in force on the home page, else the newest; null before one is published. */
export async function answerHomePlan({ database, agency, now }: PortalCall): Promise<HomePart | null> {
  const all = await publishedPlans(database, agency.id, now);
  const inForce = all.filter(({ standing }) => standing === "in-force");
  const plans = inForce.length > 0 ? inForce.slice(0, MOST_ON_HOME) : all.slice(0, 1);
  return plans.length > 0
    ? { body: <HomePlans plans={plans} />, tags: ["plan:any"], lastModified: null }
    : null;
}
