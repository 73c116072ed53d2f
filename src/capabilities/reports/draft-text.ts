import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { budgetSections } from "./budget/report-budget.ts";
import type { Chain } from "./chain.ts";
import { communicationSections } from "./communication/communication-sections.ts";
import { dossierSections } from "./dossiers/report-dossiers.ts";
import { eventSections } from "./events/report-events.ts";
import { feedbackSections } from "./feedback/report-feedback.ts";
import { changeInWords, type Figure, figureInWords } from "./figure.ts";
import { countFigures } from "./figures.ts";
import { indexSections } from "./index-results/index-results.ts";
import { listeningSections } from "./listening/report-listening.ts";
import { countedInWords, nextPeriodLabel, takenEarly } from "./period-wording.ts";
import { tasksOfNoObligation } from "./proofs-behind.ts";
import { publicitySections } from "./publicity/publicity-section.ts";
import type { ReportText, Section } from "./report-text.ts";
import { savingsSections } from "./savings/report-savings.ts";
import { shortcomingLines } from "./shortcoming-lines.ts";
import { targetLines } from "./target-lines.ts";
import { standingInWords } from "./unit-reports/standing-words.ts";

/** What only a person can say; the report cannot be reviewed while it stands. */
const toFill = (what: string): string => `[Bổ sung: ${what}]`;

const planName = ({ plan }: Chain): string =>
  plan.number === null || plan.date === null
    ? /^kế hoạch/iu.test(plan.title)
      ? plan.title
      : `Kế hoạch ${lowerFirst(plan.title)}`
    : `Kế hoạch số ${plan.number.includes("/") ? plan.number : `${plan.number}/${plan.symbol}`} ngày ${formatDate(plan.date)}`;

/**
 * The first text of a report, in the usual structure of a period report: every figure stands in a sentence with
 * numerator, denominator, period and source, beside the plan and beside the same period of the year before. What the
 * chain does not know is said to be unknown; what only a person can say is left open, in brackets. `takenAt` (ISO
 * instant) is when the figures were taken: before the period's end they are told as covering it up to then.
 */
export function draftText(chain: Chain, frozen: Figure[], takenAt: string): ReportText {
  const told = new Set(frozen.map(({ key }) => key));
  // Figures that an earlier version did not count are counted now, from the same frozen rows.
  const figures = [...frozen, ...countFigures(chain).filter(({ key }) => !told.has(key))];
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const get = (key: string): Figure => byKey.get(key)!;
  const words = (key: string): string => figureInWords(get(key));
  const none = (key: string): boolean => get(key).numerator === 0;
  const source = (key: string): string => `(nguồn: ${get(key).source})`;
  const group = (prefix: string): Figure[] => figures.filter(({ key }) => key.startsWith(prefix));
  const lines = (some: Figure[]): string[] =>
    some.map((figure) => `- ${figure.label}: ${figureInWords(figure)}.`);
  const section = (level: 1 | 2, heading: string, text: string[], ...keys: string[]): Section => ({
    level,
    heading,
    text: text.join("\n"),
    figures: keys,
  });
  const keysOf = (prefix: string) => group(prefix).map(({ key }) => key);
  const { label, basis } = chain.period;
  const period = countedInWords(chain.period, takenAt);
  const next = nextPeriodLabel(chain.period);
  const superior = superiorInWords(chain);

  const open = chain.obligations.filter(({ id }) => get("obligations.open").rows.ids.includes(id));
  const hasObligations = chain.obligations.length > 0;
  const hasTasks = chain.tasks.length > 0;
  const loose = tasksOfNoObligation(chain);
  const looseOpen = loose.filter(({ id }) => !get("tasks.with-evidence").rows.ids.includes(id));
  const silent = group("content.by-unit.").filter(({ numerator }) => numerator === 0);
  const nothing = none("content.published");
  const results = hasObligations ? "obligations.with-evidence" : "tasks.with-evidence";

  return {
    abstract: `Kết quả tuyên truyền cải cách hành chính ${lowerFirst(label)}; phương hướng, nhiệm vụ ${next}`,
    addressees: superior === null ? [] : [superior],
    signer: { authority: signingTitle(chain), name: null },
    recipients: [
      "Như trên",
      "Lãnh đạo cơ quan",
      "Các phòng, đơn vị trực thuộc",
      ["Lưu: VT", chain.agency.keptBy].filter(Boolean).join(", "),
    ],
    sections: [
      section(
        1,
        "Công tác chỉ đạo, điều hành",
        [
          `Thực hiện ${planName(chain)}, ${chain.agency.name} báo cáo kết quả ${lowerFirst(label)}, số liệu tính ${period} ${basis === "decree" ? "(kỳ chốt số liệu ngày 14)" : "(theo tháng dương lịch)"}${takenEarly(chain.period, takenAt) ? `; kỳ báo cáo kết thúc ngày ${formatDate(chain.period.to)}, số liệu chưa gồm những ngày còn lại của kỳ` : ""}.`,
          none("documents.issued")
            ? `Trong kỳ, sổ văn bản chưa ghi nhận văn bản chỉ đạo, hướng dẫn nào do cơ quan ban hành ${source("documents.issued")}.`
            : `Trong kỳ, cơ quan đã ban hành ${words("documents.issued")} chỉ đạo, hướng dẫn ${source("documents.issued")}:`,
          ...documentLines(chain, true),
          ...(none("documents.received")
            ? []
            : [
                `Đã tiếp nhận, triển khai ${words("documents.received")} của cơ quan khác ${source("documents.received")}:`,
              ]),
          ...documentLines(chain, false),
        ],
        "documents.issued",
        "documents.received",
      ),
      section(1, "Kết quả thực hiện", []),
      section(
        2,
        "Kết quả chung so với kế hoạch",
        [
          hasObligations
            ? `Tính ${period}, ${words("obligations.with-evidence")} theo kế hoạch đã có minh chứng${none("obligations.with-reason") ? "" : `; ${words("obligations.with-reason")} chưa có minh chứng nhưng đã nêu rõ lý do`}${none("obligations.not-due") ? "" : `; ${words("obligations.not-due")} chưa đến hạn`} ${source("obligations.with-evidence")}.`
            : "Nội dung phải thực hiện của kế hoạch chưa được ghi thành danh mục trên hệ thống; kết quả tính theo nhiệm vụ được giao.",
          `${hasTasks ? `Tính ${period}, có ${words("tasks.with-evidence")} được giao đã có minh chứng` : "Kế hoạch chưa có nhiệm vụ nào được ghi trên hệ thống"}; đã ghi nhận ${words("evidence.standing")}${none("evidence.withdrawn") ? "" : `, không tính ${words("evidence.withdrawn")} đã thu hồi`} ${source("tasks.with-evidence")}. Danh mục chi tiết nêu tại Phụ lục I kèm theo.`,
          ...embeddedLines(chain),
          get("tasks.due").denominator === 0
            ? "Kế hoạch không có nhiệm vụ nào ghi hạn hoàn thành trong kỳ này."
            : `So với thời hạn của kế hoạch, ${words("tasks.due")} trong kỳ đã có minh chứng ${source("tasks.due")}.`,
          ...targetLines(chain),
          ...extensionLines(chain),
        ],
        "obligations.with-evidence",
        "obligations.with-reason",
        "obligations.not-due",
        "tasks.with-evidence",
        "tasks.due",
        "evidence.standing",
        "evidence.withdrawn",
      ),
      section(
        2,
        "Theo nội dung tuyên truyền",
        nothing
          ? [`Trong kỳ chưa có sản phẩm truyền thông nào được đăng ${source("content.published")}.`]
          : [
              `Trong kỳ đã đăng ${words("content.published")} truyền thông, bao quát ${words("themes.covered")} của kế hoạch ${source("content.published")}:`,
              ...lines(group("content.by-theme-group.")),
            ],
        "content.published",
        "themes.covered",
        ...keysOf("content.by-theme-group."),
      ),
      section(
        2,
        "Theo các trụ cột cải cách hành chính",
        nothing
          ? ["Trong kỳ chưa có sản phẩm nào được đăng."]
          : [
              `Trong ${words("content.published")} đã đăng ${period}, theo chủ đề chính ${source("content.published")}:`,
              ...lines(group("content.by-pillar.")),
            ],
        ...keysOf("content.by-pillar."),
      ),
      section(
        2,
        "Theo hình thức tuyên truyền",
        [
          ...(nothing
            ? ["Trong kỳ chưa có sản phẩm nào được đăng."]
            : [
                `Trong ${words("content.published")} đã đăng ${period} ${source("content.published")}:`,
                ...lines(group("content.by-kind.")),
              ]),
          ...(none("content.withdrawn")
            ? []
            : [`Đã thu hồi sau khi đăng ${words("content.withdrawn")} ${source("content.withdrawn")}.`]),
        ],
        "content.withdrawn",
        ...keysOf("content.by-kind."),
      ),
      section(
        2,
        "Theo kênh thông tin",
        none("placements.total")
          ? [`Trong kỳ chưa ghi nhận lượt đăng nào có địa chỉ kiểm tra được ${source("placements.total")}.`]
          : [
              `Đã ghi nhận ${words("placements.total")} có địa chỉ kiểm tra được ${period} ${source("placements.total")}:`,
              ...lines(group("placements.by-channel.")),
            ],
        "placements.total",
        ...keysOf("placements.by-channel."),
      ),
      ...communicationSections(chain, figures, get, takenAt),
      ...publicitySections(chain, figures, get),
      ...dossierSections(chain, get),
      ...feedbackSections(chain, get),
      ...eventSections(chain, get),
      ...listeningSections(chain, get),
      ...indexSections(chain, get),
      ...budgetSections(chain, get),
      ...savingsSections(chain, figures),
      section(
        2,
        "Theo đơn vị",
        [
          `Có ${words("units.contributing")} có sản phẩm được đăng ${period} ${source("units.contributing")}${nothing ? "." : ":"}`,
          ...lines(group("content.by-unit.").filter(({ numerator }) => numerator > 0)),
        ],
        "units.contributing",
        ...keysOf("content.by-unit."),
      ),
      section(
        2,
        "So với cùng kỳ năm trước",
        comparison(
          chain,
          ["content.published", "units.contributing", "evidence.standing", "documents.issued"].map(get),
        ),
        "content.published",
        "units.contributing",
        "evidence.standing",
        "documents.issued",
      ),
      section(1, "Đánh giá chung", []),
      section(
        2,
        "Kết quả đạt được",
        [
          `Kế hoạch được triển khai với ${words(results)} có minh chứng ${source(results)} và ${words("content.published")} đến với người dân ${period} ${source("content.published")}.`,
        ],
        results,
        "content.published",
      ),
      section(
        2,
        "Tồn tại, hạn chế",
        [
          ...(hasObligations && open.length === 0
            ? [
                `Mọi nội dung phải thực hiện đều đã có minh chứng${none("obligations.not-due") ? "" : ", chưa đến hạn"} hoặc đã nêu lý do.`,
              ]
            : []),
          ...(open.length === 0
            ? []
            : [
                `Còn ${words("obligations.open")} chưa có minh chứng và chưa nêu lý do ${source("obligations.open")}: ${whichOf(open)}.`,
              ]),
          ...(looseOpen.length === 0
            ? []
            : [
                `Còn ${looseOpen.length}/${loose.length} nhiệm vụ${hasObligations ? " không thuộc nội dung phải thực hiện nào" : ""} chưa có minh chứng trong kỳ ${source("tasks.with-evidence")}${namedTasks(looseOpen)}`,
              ]),
          ...(hasObligations || hasTasks
            ? []
            : [
                "Kế hoạch chưa có nội dung phải thực hiện và nhiệm vụ nào được ghi trên hệ thống, nên chưa đánh giá được mức độ hoàn thành.",
              ]),
          ...(silent.length === 0
            ? []
            : [
                `Các đơn vị chưa có sản phẩm được đăng trong kỳ: ${silent.map((unit) => unit.label).join("; ")}.`,
              ]),
          ...(none("themes.missing")
            ? []
            : [`Còn ${words("themes.missing")} chưa có sản phẩm trong kỳ ${source("themes.missing")}.`]),
          ...shortcomingLines(chain),
          ...(chain.unitsAsked ? [standingInWords(chain.unitsAsked)] : []),
          ...difficultyLines(chain),
        ],
        "obligations.open",
        "tasks.with-evidence",
        "themes.missing",
        "units.contributing",
      ),
      section(2, "Nguyên nhân", [
        toFill("nguyên nhân khách quan, chủ quan của các tồn tại, hạn chế nêu trên"),
      ]),
      section(
        1,
        `Phương hướng, nhiệm vụ ${next}`,
        [
          "Tiếp tục thực hiện các nhiệm vụ thường xuyên của kế hoạch; bảo đảm mỗi nhiệm vụ có sản phẩm và minh chứng trong kỳ.",
          ...(open.length === 0
            ? []
            : [
                `Tập trung thực hiện ${open.length} nội dung chưa có minh chứng${open.length > MOST_NAMED ? `: ${whichOf(open)}.` : ":"}`,
                ...(open.length > MOST_NAMED
                  ? []
                  : open.map(({ code, what }) => `- ${code}: ${lowerFirst(what)}.`)),
              ]),
          ...(looseOpen.length === 0
            ? []
            : [
                `Tập trung thực hiện ${looseOpen.length} nhiệm vụ chưa có minh chứng${namedTasks(looseOpen)}`,
              ]),
        ],
        "obligations.open",
      ),
      section(1, "Đề xuất, kiến nghị", [
        ...proposalLines(chain),
        toFill("đề xuất, kiến nghị; nếu không có, ghi rõ là không có"),
      ]),
    ],
  };
}

const documentLines = ({ documents }: Chain, outgoing: boolean): string[] =>
  documents
    .filter((document) => document.outgoing === outgoing)
    .map(
      ({ type, number, issuedOn, abstract }) =>
        `- ${type}${number === null ? "" : ` số ${number}`} ngày ${formatDate(issuedOn)}${abstract === null ? "" : ` về ${lowerFirst(abstract)}`}.`,
    );

const whole = (text: string): string =>
  text
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/[.;,]$/u, "");

/** Events of units that told of the reform along with their own matter; their proofs are among those counted above. */
function embeddedLines({ embedded = [] }: Chain): string[] {
  if (embedded.length === 0) return [];
  return [
    `Nội dung tuyên truyền được lồng ghép trong ${embedded.length} hoạt động của đơn vị (nguồn: chương trình công tác của các đơn vị trên hệ thống)${embedded.length > MOST_NAMED ? "." : ":"}`,
    ...(embedded.length > MOST_NAMED
      ? []
      : embedded.map(({ title, unitName, on }) => `- ${unitName}: ${whole(title)}, ngày ${formatDate(on)}.`)),
  ];
}

/** What units have said stands in the way, with how far each has come; that nothing was said is a sentence too. */
function difficultyLines({ difficulties, period }: Chain): string[] {
  if (difficulties === undefined) return [];
  const where = "(nguồn: khó khăn, vướng mắc các đơn vị nêu trên hệ thống)";
  if (difficulties.length === 0)
    return [`Trong kỳ, các đơn vị không nêu khó khăn, vướng mắc nào trên hệ thống ${where}.`];
  const day = (moment: string) => formatDate(toVietnamDate(moment));
  return [
    `Khó khăn, vướng mắc do các đơn vị nêu: ${difficulties.length} ${where}:`,
    ...difficulties.map(({ unitName, about, what, proposal, raisedAt, gatheredAt, decidedAt, decision }) => {
      const carried = toVietnamDate(raisedAt).toString() < period.from ? ", từ trước kỳ" : "";
      const state =
        decidedAt !== null
          ? `lãnh đạo quyết định ngày ${day(decidedAt)}: ${whole(decision ?? "")}`
          : gatheredAt !== null
            ? `đã tổng hợp ngày ${day(gatheredAt)}, chờ quyết định`
            : "chưa tổng hợp";
      return `- ${unitName} (nêu ngày ${day(raisedAt)}${carried}, về “${whole(about)}”): ${whole(what)}${proposal === null ? "" : `; đề nghị ${lowerFirst(whole(proposal))}`}; ${state}.`;
    }),
  ];
}

/** Measures that people of the agency proposed, each with what was decided and the task that followed. */
function proposalLines({ proposals = [], period }: Chain): string[] {
  if (proposals.length === 0) return [];
  const day = (moment: string) => formatDate(toVietnamDate(moment));
  return [
    `Giải pháp do người trong cơ quan đề xuất: ${proposals.length} (nguồn: đề xuất giải pháp trên hệ thống):`,
    ...proposals.map(({ byName, about, what, proposedAt, ...row }) => {
      const carried = toVietnamDate(proposedAt).toString() < period.from ? ", từ trước kỳ" : "";
      const said = row.decision === null ? "" : ` (${lowerFirst(whole(row.decision))})`;
      const state =
        row.decidedAt !== null
          ? row.accepted
            ? `lãnh đạo chấp nhận ngày ${day(row.decidedAt)}${said}; ${row.followedBy === null || row.followedAt === null ? "chưa giao thành nhiệm vụ" : `giao thành nhiệm vụ “${whole(row.followedBy)}” ngày ${day(row.followedAt)}`}`
            : `lãnh đạo không chấp nhận ngày ${day(row.decidedAt)}${said}`
          : row.keptAt !== null
            ? `lãnh đạo để lại xem xét sau, ngày ${day(row.keptAt)}${row.keptReason === null ? "" : ` (${lowerFirst(whole(row.keptReason))})`}`
            : row.gatheredAt !== null
              ? `đã tổng hợp ngày ${day(row.gatheredAt)}, chờ quyết định`
              : "chưa tổng hợp";
      return `- ${byName} (đề xuất ngày ${day(proposedAt)}${carried}${about === null ? "" : `, về “${whole(about)}”`}): ${whole(what)}; ${state}.`;
    }),
  ];
}

/** Each task that was given more time within the period, with both days and the reason. */
const extensionLines = ({ extensions = [] }: Chain): string[] =>
  extensions.length === 0
    ? []
    : [
        `Trong kỳ có ${extensions.length} lần gia hạn được đồng ý (nguồn: theo dõi nhiệm vụ):`,
        ...extensions.map(
          ({ title, oldDay, newDay, reason }) =>
            `- “${title}”: từ ${formatDate(oldDay)} sang ${formatDate(newDay)}, lý do: ${lowerFirst(reason).replace(/[.;\s]+$/u, "")}.`,
        ),
      ];

/** What is known beside the year before, figure by figure; that nothing is known is a sentence too. */
function comparison({ yearBefore }: Chain, figures: Figure[]): string[] {
  if (yearBefore === null) return ["Hệ thống chưa có số liệu cùng kỳ năm trước để so sánh."];
  const known = figures.flatMap((figure) => {
    const change = changeInWords(figure);
    return change === null ? [] : [`- ${figure.label}: ${figureInWords(figure)}, ${change}.`];
  });
  const unknown = figures.filter(({ before }) => !before).map((figure) => lowerFirst(figure.label));
  return [
    `Cùng kỳ năm trước là ${lowerFirst(yearBefore.label)} (nguồn: ${yearBefore.source}):`,
    ...known,
    ...(unknown.length === 0 ? [] : [`Chưa có số liệu cùng kỳ để so sánh: ${unknown.join("; ")}.`]),
  ];
}

/** More than this are told by section of the plan; each stands in the annex. */
const MOST_NAMED = 15;

/** ": “Viết tin”; “Viết bài”." where they are few enough to name, else where they are listed. */
const namedTasks = (tasks: Chain["tasks"]): string =>
  tasks.length <= MOST_NAMED
    ? `: ${tasks.map(({ title }) => `“${title}”`).join("; ")}.`
    : " (danh sách tại Phụ lục I).";

/** "I.1-b, II.2-a", or "mục II: 40 nội dung; mục III: 12 nội dung (danh sách tại Phụ lục I)". */
function whichOf(obligations: Chain["obligations"]): string {
  if (obligations.length <= MOST_NAMED) return obligations.map(({ code }) => code).join(", ");
  const sections = Map.groupBy(obligations, ({ code }) => /^[IVX]+(?=[.-])/u.exec(code)?.[0] ?? null);
  const told = [...sections].map(
    ([section, { length }]) => `${section === null ? "nội dung khác" : `mục ${section}`}: ${length}`,
  );
  return `${told.join("; ")} (danh sách tại Phụ lục I)`;
}

/** The usual lines above the signature: a deputy signs for the head, of a department or of a people's committee. */
const signingTitle = ({ agency: { kind = "department" } }: Chain): string[] =>
  kind === "department"
    ? ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    : ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"];

/**
 * "UBND TỈNH BẮC NINH" is printed in capitals above the agency; in a sentence the place keeps its own capitals. Null
 * where nothing is printed above it: to whom a people's committee reports, a person says.
 */
function superiorInWords({ agency: { superiorName, place } }: Chain): string | null {
  if (superiorName === null) return null;
  const at = superiorName.toLocaleUpperCase("vi").indexOf(place.toLocaleUpperCase("vi"));
  if (superiorName !== superiorName.toLocaleUpperCase("vi") || at < 0) return superiorName;
  const head = superiorName.slice(0, at).replace("UBND", "ubnd").toLocaleLowerCase("vi");
  return `${head.replace("ubnd", "UBND")}${place}`;
}

/** The first letter small, unless the word is an abbreviation ("TTHC"). */
function lowerFirst(text: string): string {
  const [first = "", second = ""] = text;
  if (second !== "" && second === second.toLocaleUpperCase("vi") && second !== second.toLocaleLowerCase("vi"))
    return text;
  return first.toLocaleLowerCase("vi") + text.slice(first.length);
}
