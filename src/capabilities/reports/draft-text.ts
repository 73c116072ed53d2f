import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Chain } from "./chain.ts";
import { type Figure, figureInWords } from "./figures.ts";
import { nextPeriodLabel, periodInWords } from "./period-wording.ts";
import type { ReportText, Section } from "./report-text.ts";

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
 * numerator, denominator, period and source. What the chain does not know is left for a person, in brackets.
 */
export function draftText(chain: Chain, figures: Figure[]): ReportText {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const get = (key: string): Figure => byKey.get(key)!;
  const words = (key: string): string => figureInWords(get(key));
  const source = (key: string): string => `(nguồn: ${get(key).source})`;
  const group = (prefix: string): Figure[] => figures.filter(({ key }) => key.startsWith(prefix));
  const lines = (some: Figure[]): string[] =>
    some.map((figure) => `- ${figure.label}: ${figureInWords(figure)}.`);
  const period = periodInWords(chain.period);
  const section = (level: 1 | 2, heading: string, text: string[], ...keys: string[]): Section => ({
    level,
    heading,
    text: text.join("\n"),
    figures: keys,
  });
  const keysOf = (prefix: string) => group(prefix).map(({ key }) => key);

  const open = chain.obligations.filter(({ id }) => get("obligations.open").rows.ids.includes(id));
  const silent = group("content.by-unit.").filter(({ numerator }) => numerator === 0);
  const missingThemes = chain.themes.filter(({ slug }) => !get("themes.covered").rows.ids.includes(slug));
  const published = get("content.published").numerator;

  return {
    abstract: `Kết quả tuyên truyền cải cách hành chính ${lowerFirst(chain.period.label)}; phương hướng, nhiệm vụ ${nextPeriodLabel(chain.period)}`,
    addressees: [superiorInWords(chain)],
    signer: { authority: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name: null },
    recipients: ["Như trên", "Lãnh đạo Sở", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, TTBCXB"],
    sections: [
      section(
        1,
        "Công tác chỉ đạo, điều hành",
        [
          `Thực hiện ${planName(chain)}, ${chain.agency.name} báo cáo kết quả ${lowerFirst(chain.period.label)}, số liệu tính ${period}.`,
          get("documents.issued").numerator === 0
            ? `Trong kỳ, sổ văn bản chưa ghi nhận văn bản chỉ đạo, hướng dẫn nào ${source("documents.issued")}.`
            : `Trong kỳ có ${words("documents.issued")} chỉ đạo, hướng dẫn ${source("documents.issued")}:`,
          ...chain.documents.map(
            ({ type, number, issuedOn, abstract }) =>
              `- ${type}${number === null ? "" : ` số ${number}`} ngày ${formatDate(issuedOn)}${abstract === null ? "" : ` về ${lowerFirst(abstract)}`}.`,
          ),
        ],
        "documents.issued",
      ),
      section(1, "Kết quả thực hiện", []),
      section(
        2,
        "Kết quả chung",
        [
          `Tính ${period}, ${words("obligations.with-evidence")} theo kế hoạch đã có minh chứng${get("obligations.with-reason").numerator === 0 ? "" : `; ${words("obligations.with-reason")} chưa có minh chứng nhưng đã nêu rõ lý do`} ${source("obligations.with-evidence")}.`,
          `Có ${words("tasks.with-evidence")} được giao đã có minh chứng; đã ghi nhận ${words("evidence.standing")} ${source("tasks.with-evidence")}. Danh mục chi tiết nêu tại phụ lục kèm theo.`,
        ],
        "obligations.with-evidence",
        "obligations.with-reason",
        "tasks.with-evidence",
        "evidence.standing",
      ),
      section(
        2,
        "Theo nội dung tuyên truyền",
        [
          ...(published === 0
            ? [`Trong kỳ chưa có sản phẩm truyền thông nào được đăng ${source("content.published")}.`]
            : [
                `Trong kỳ đã đăng ${words("content.published")} truyền thông, bao quát ${words("themes.covered")} của kế hoạch ${source("content.published")}:`,
                ...lines(group("content.by-theme-group.")),
              ]),
        ],
        "content.published",
        "themes.covered",
        ...keysOf("content.by-theme-group."),
      ),
      section(
        2,
        "Theo hình thức tuyên truyền",
        [
          ...(published === 0
            ? ["Trong kỳ chưa có sản phẩm nào được đăng."]
            : lines(group("content.by-kind."))),
          ...(get("content.withdrawn").numerator === 0
            ? []
            : [`Đã thu hồi sau khi đăng ${words("content.withdrawn")} ${source("content.withdrawn")}.`]),
          chain.publishedYearBefore === null
            ? "Hệ thống chưa có số liệu cùng kỳ năm trước để so sánh."
            : comparison(published, chain.publishedYearBefore),
        ],
        "content.withdrawn",
        ...keysOf("content.by-kind."),
      ),
      section(
        2,
        "Theo đơn vị",
        [
          `Có ${words("units.contributing")} có sản phẩm được đăng trong kỳ ${source("units.contributing")}${published === 0 ? "." : ":"}`,
          ...lines(group("content.by-unit.").filter(({ numerator }) => numerator > 0)),
        ],
        "units.contributing",
        ...keysOf("content.by-unit."),
      ),
      section(1, "Đánh giá chung", []),
      section(
        2,
        "Kết quả đạt được",
        [
          `Kế hoạch được triển khai với ${words("obligations.with-evidence")} có minh chứng và ${words("content.published")} đến với người dân ${period}.`,
        ],
        "obligations.with-evidence",
        "content.published",
      ),
      section(
        2,
        "Tồn tại, hạn chế",
        [
          open.length === 0
            ? "Mọi nội dung phải thực hiện đều đã có minh chứng hoặc đã nêu lý do."
            : `Còn ${words("obligations.open")} chưa có minh chứng và chưa nêu lý do ${source("obligations.open")}: ${whichOf(open)}.`,
          ...(silent.length === 0
            ? []
            : [
                `Các đơn vị chưa có sản phẩm được đăng trong kỳ: ${silent.map(({ label }) => label).join("; ")}.`,
              ]),
          ...(missingThemes.length === 0
            ? []
            : [`Còn ${missingThemes.length}/${chain.themes.length} chủ đề chưa có sản phẩm trong kỳ.`]),
        ],
        "obligations.open",
        "themes.covered",
        "units.contributing",
      ),
      section(2, "Nguyên nhân", [
        toFill("nguyên nhân khách quan, chủ quan của các tồn tại, hạn chế nêu trên"),
      ]),
      section(
        1,
        `Phương hướng, nhiệm vụ ${nextPeriodLabel(chain.period)}`,
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
        ],
        "obligations.open",
      ),
      section(1, "Đề xuất, kiến nghị", [toFill("đề xuất, kiến nghị; nếu không có, ghi rõ là không có")]),
    ],
  };
}

/** More than this are told by section of the plan; each stands in the annex. */
const MOST_NAMED = 15;

/** "I.1-b, II.2-a", or "mục II: 40 nội dung; mục III: 12 nội dung (danh sách tại Phụ lục I)". */
function whichOf(obligations: Chain["obligations"]): string {
  if (obligations.length <= MOST_NAMED) return obligations.map(({ code }) => code).join(", ");
  const sections = Map.groupBy(obligations, ({ code }) => /^[IVX]+(?=[.-])/u.exec(code)?.[0] ?? null);
  const told = [...sections].map(
    ([section, { length }]) => `${section === null ? "nội dung khác" : `mục ${section}`}: ${length}`,
  );
  return `${told.join("; ")} (danh sách tại Phụ lục I)`;
}

function comparison(now: number, before: number): string {
  if (now === before) return `Số sản phẩm đã đăng bằng cùng kỳ năm trước (${before} sản phẩm).`;
  return `So với cùng kỳ năm trước (${before} sản phẩm), số sản phẩm đã đăng ${now > before ? "tăng" : "giảm"} ${Math.abs(now - before)} sản phẩm.`;
}

/** "UBND TỈNH BẮC NINH" is printed in capitals above the agency; in a sentence the place keeps its own capitals. */
function superiorInWords({ agency: { superiorName, name, place } }: Chain): string {
  if (superiorName === null) return name;
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
