/** @jsxImportSource hono/jsx */
import type { HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { Empty } from "#platform/http/portal-parts.tsx";
import { type PublishedPlanSummary, publishedPlans } from "../published.ts";
import { ProgressFigure, planPath } from "./plan-progress.tsx";

function PlanCard({ plan, level }: { plan: PublishedPlanSummary; level: 2 | 3 }) {
  const title = <a href={planPath(plan.slug)}>{plan.title}</a>;
  return (
    <article class="plan-card">
      {level === 2 ? <h2 class="card-title">{title}</h2> : <h3 class="card-title">{title}</h3>}
      <p class="card-facts">Kế hoạch năm {plan.year}</p>
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

function HomePlan({ plan }: { plan: PublishedPlanSummary }) {
  return (
    <section class="home-plan" aria-labelledby="da-hua">
      <h2 id="da-hua">Đã hứa và đã làm</h2>
      <PlanCard plan={plan} level={3} />
      <p class="more">
        <a href={planPath(plan.slug)}>Xem từng nhiệm vụ và minh chứng</a>
      </p>
    </section>
  );
}

/** The newest plan on the home page; null before one is published. */
export async function answerHomePlan({ database, agency, now }: PortalCall): Promise<HomePart | null> {
  const [newest] = await publishedPlans(database, agency.id, now);
  return newest ? { body: <HomePlan plan={newest} />, tags: ["plan:any"], lastModified: null } : null;
}
