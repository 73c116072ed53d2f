import { countBudget } from "./budget/report-budget.ts";
import type { Chain } from "./chain.ts";
import { countCommunication } from "./communication/count-communication.ts";
import { countDossiers } from "./dossiers/report-dossiers.ts";
import { countEvents } from "./events/report-events.ts";
import { countFeedback } from "./feedback/report-feedback.ts";
import type { Figure, RowKind } from "./figure.ts";
import { countIndexResults } from "./index-results/index-results.ts";
import { countListening } from "./listening/count-listening.ts";
import { stateOfObligation } from "./obligation-state.ts";
import { evidenceOfTask, standing } from "./proofs-behind.ts";
import { countPublicity } from "./publicity/count-publicity.ts";
import { countSavings } from "./savings/report-savings.ts";

const sources = {
  plan: "Kế hoạch và minh chứng trên hệ thống",
  newsroom: "Tin, bài đã đăng trên cổng thông tin",
  documents: "Sổ văn bản",
};

/** Counts everything that a period report states. Pure: the same chain gives the same figures in the same order. */
export function countFigures(chain: Chain): Figure[] {
  const earlier = new Map(
    (chain.yearBefore?.figures ?? []).map(({ key, numerator, denominator }) => [
      key,
      { numerator, denominator },
    ]),
  );
  const figure = (
    key: string,
    label: string,
    kind: RowKind,
    ids: string[],
    denominator: number | null,
    unit: string,
    source: string,
  ): Figure => ({
    key,
    label,
    numerator: ids.length,
    denominator,
    unit,
    source,
    before: earlier.get(key) ?? null,
    rows: { kind, ids },
  });
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

  const inState = (wanted: ReturnType<typeof stateOfObligation>) =>
    ids(chain.obligations.filter((one) => stateOfObligation(chain, one) === wanted));
  const provenTasks = chain.tasks.filter((task) => standing(evidenceOfTask(chain, task)).length > 0);

  const { content } = chain;
  const kinds = [...new Map(content.map(({ kind, kindLabel }) => [kind, kindLabel]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const themesOf = (item: Chain["content"][number]) => new Set([item.primaryTheme, ...item.themes]);
  const coveredThemes = chain.themes.filter(({ slug }) => content.some((item) => themesOf(item).has(slug)));
  const groups = [...new Map(chain.themes.map(({ group, groupLabel }) => [group, groupLabel]))];
  const groupOf = new Map(chain.themes.map(({ slug, group }) => [slug, group]));
  const own = chain.documents.filter(({ outgoing }) => outgoing);
  const dueTasks = chain.tasks.filter(
    ({ dueOn }) => dueOn !== null && chain.period.from <= dueOn && dueOn <= chain.period.to,
  );
  const placed = standing(chain.evidence).filter(({ channel }) => channel !== null);
  const channels = [...new Set(placed.map(({ channel }) => channel!))].sort((a, b) => (a < b ? -1 : 1));
  const isOf = (pillar: string, slug: string | null) =>
    slug === pillar || (slug?.startsWith(`${pillar}.`) ?? false);
  const contributing = chain.units.filter(({ id }) => content.some(({ unitId }) => unitId === id));
  const total = chain.obligations.length;

  return [
    figure(
      "documents.issued",
      "Văn bản chỉ đạo, hướng dẫn đã ban hành",
      "document",
      ids(own),
      null,
      "văn bản",
      sources.documents,
    ),
    figure(
      "documents.received",
      "Văn bản của cơ quan khác trong kỳ",
      "document",
      ids(chain.documents.filter(({ outgoing }) => !outgoing)),
      null,
      "văn bản",
      sources.documents,
    ),
    figure(
      "obligations.with-evidence",
      "Nội dung phải thực hiện đã có minh chứng",
      "obligation",
      inState("proven"),
      total,
      "nội dung phải thực hiện",
      sources.plan,
    ),
    figure(
      "obligations.with-reason",
      "Nội dung chưa có minh chứng, đã nêu lý do",
      "obligation",
      inState("explained"),
      total,
      "nội dung phải thực hiện",
      sources.plan,
    ),
    figure(
      "obligations.not-due",
      "Nội dung chưa có minh chứng vì chưa đến hạn",
      "obligation",
      inState("not-due"),
      total,
      "nội dung phải thực hiện",
      sources.plan,
    ),
    figure(
      "obligations.open",
      "Nội dung chưa có minh chứng và chưa nêu lý do",
      "obligation",
      inState("open"),
      total,
      "nội dung phải thực hiện",
      sources.plan,
    ),
    figure(
      "tasks.with-evidence",
      "Nhiệm vụ đã có minh chứng",
      "task",
      ids(provenTasks),
      chain.tasks.length,
      "nhiệm vụ",
      sources.plan,
    ),
    figure(
      "tasks.due",
      "Nhiệm vụ đến hạn trong kỳ đã có minh chứng",
      "task",
      ids(dueTasks.filter(({ doneThisYear }) => doneThisYear)),
      dueTasks.length,
      "nhiệm vụ đến hạn",
      sources.plan,
    ),
    figure(
      "evidence.standing",
      "Minh chứng được ghi nhận",
      "evidence",
      ids(standing(chain.evidence)),
      null,
      "minh chứng",
      sources.plan,
    ),
    figure(
      "evidence.withdrawn",
      "Minh chứng đã thu hồi, không được tính",
      "evidence",
      ids(chain.evidence.filter(({ withdrawnAt }) => withdrawnAt !== null)),
      null,
      "minh chứng",
      sources.plan,
    ),
    figure(
      "content.published",
      "Sản phẩm truyền thông đã đăng",
      "content",
      ids(content),
      null,
      "sản phẩm",
      sources.newsroom,
    ),
    figure(
      "content.withdrawn",
      "Sản phẩm đã thu hồi sau khi đăng",
      "content",
      ids(content.filter(({ withdrawnAt }) => withdrawnAt !== null)),
      content.length,
      "sản phẩm",
      sources.newsroom,
    ),
    ...kinds.map(([kind, label]) =>
      figure(
        `content.by-kind.${kind}`,
        label,
        "content",
        ids(content.filter((item) => item.kind === kind)),
        content.length,
        "sản phẩm",
        sources.newsroom,
      ),
    ),
    figure(
      "placements.total",
      "Lượt đăng có địa chỉ kiểm tra được",
      "evidence",
      ids(placed),
      null,
      "lượt đăng",
      sources.plan,
    ),
    ...channels.map((channel) =>
      figure(
        `placements.by-channel.${channel}`,
        channel,
        "evidence",
        ids(placed.filter((proof) => proof.channel === channel)),
        placed.length,
        "lượt đăng",
        sources.plan,
      ),
    ),
    figure(
      "units.contributing",
      "Đơn vị có sản phẩm được đăng",
      "unit",
      ids(contributing),
      chain.units.length,
      "đơn vị",
      sources.newsroom,
    ),
    ...chain.units.map((unit) =>
      figure(
        `content.by-unit.${unit.id}`,
        unit.name,
        "content",
        ids(content.filter(({ unitId }) => unitId === unit.id)),
        content.length,
        "sản phẩm",
        sources.newsroom,
      ),
    ),
    figure(
      "themes.covered",
      "Chủ đề đã có sản phẩm",
      "theme",
      coveredThemes.map(({ slug }) => slug),
      chain.themes.length,
      "chủ đề",
      sources.newsroom,
    ),
    figure(
      "themes.missing",
      "Chủ đề chưa có sản phẩm",
      "theme",
      chain.themes.filter((theme) => !coveredThemes.includes(theme)).map(({ slug }) => slug),
      chain.themes.length,
      "chủ đề",
      sources.newsroom,
    ),
    ...groups.map(([group, label]) =>
      figure(
        `content.by-theme-group.${group}`,
        label,
        "content",
        ids(
          content.filter(({ primaryTheme }) => primaryTheme !== null && groupOf.get(primaryTheme) === group),
        ),
        content.length,
        "sản phẩm",
        sources.newsroom,
      ),
    ),
    ...chain.pillars.map(({ slug, label }) =>
      figure(
        `content.by-pillar.${slug}`,
        label,
        "content",
        ids(content.filter(({ primaryTheme }) => isOf(slug, primaryTheme))),
        content.length,
        "sản phẩm",
        sources.newsroom,
      ),
    ),
    ...countCommunication(chain, figure, earlier),
    ...countPublicity(chain, figure),
    ...countDossiers(chain),
    ...countFeedback(chain),
    ...countEvents(chain),
    ...countListening(chain),
    ...countIndexResults(chain, figure),
    ...countBudget(chain),
    ...countSavings(chain),
  ];
}
