import type { Chain } from "../chain.ts";
import { changeInWords, type Figure, figureInWords, vietnameseNumber } from "../figure.ts";
import { countedInWords } from "../period-wording.ts";
import type { Section } from "../report-text.ts";
import { measuredInWords } from "./measured-in-words.ts";

type Get = (key: string) => Figure;

const section = (heading: string, text: string[], figures: string[]): Section => ({
  level: 2,
  heading,
  text: text.join("\n"),
  figures,
});

/** "8 Tin, 4 Video": what was published on a channel, by kind. */
const kindsInWords = (kinds: Figure[], network: string): string =>
  kinds
    .map(({ label, numerator }) => `${label.slice(network.length + 2)}: ${figureInWords(countOf(numerator))}`)
    .join(", ");
const countOf = (numerator: number): Figure => ({
  ...{ key: "", label: "", numerator, denominator: null, unit: "sản phẩm", source: "" },
  rows: { kind: "product", ids: [] },
});

/** What is told of the year before: only of what was counted alike. */
function comparedInWords(figures: Figure[]): string[] {
  const changes = figures.flatMap((figure) => {
    const change = changeInWords(figure);
    return change === null ? [] : [`- ${figure.label}: ${change}.`];
  });
  const otherwise = figures.filter(({ measured }) => measured?.countedOtherwise).map(({ label }) => label);
  return [
    ...(changes.length === 0 ? [] : ["So với cùng kỳ năm trước:", ...changes]),
    ...(otherwise.length === 0
      ? []
      : [`Không so sánh với cùng kỳ năm trước vì nguồn đã đổi cách đếm: ${otherwise.join("; ")}.`]),
  ];
}

/** What was posted on the agency's channels and how it did, channel by channel; nothing is added up over channels. */
function channelSection(chain: Chain, figures: Figure[], get: Get, takenAt: string): Section {
  const { measures } = chain.communication!;
  const whole = get("channels.placements");
  const plays = figures.find(({ key }) => key === "channels.plays");
  const networks = figures.filter(({ key }) => key.startsWith("channels.on."));
  const own = figures.filter(({ key }) => key.startsWith("channels."));
  const playLines = plays
    ? [`Đài, cụm loa báo đã phát ${figureInWords(plays)} (nguồn: ${plays.source}).`]
    : [];
  const heading = "Kết quả trên từng kênh truyền thông";
  if (whole.numerator === 0)
    return section(
      heading,
      [
        `Trong kỳ chưa ghi nhận lượt đăng nào trên các kênh của cơ quan (nguồn: ${whole.source}).`,
        ...playLines,
      ],
      own.map(({ key }) => key),
    );
  const lines = networks.map((on) => {
    const slug = on.key.slice("channels.on.".length);
    const kinds = figures.filter(({ key }) => key.startsWith(`channels.products.${slug}.`));
    const measured = figures.filter(({ key }) => key.startsWith(`channels.measured.${slug}.`));
    const unknown = measures.filter(({ network, told }) => network === slug && told === null);
    return `- ${[
      `${on.label}: ${figureInWords({ ...on, denominator: null })} của ${figureInWords(get(`channels.products.${slug}`))} (${kindsInWords(kinds, on.label)})`,
      ...measured.map(
        (figure) => `${figureInWords(figure)} theo ${figure.source} (${measuredInWords(figure.measured!)})`,
      ),
      ...(unknown.length === 0
        ? []
        : [`chưa có số liệu: ${unknown.map(({ label }) => label.toLocaleLowerCase("vi")).join(", ")}`]),
    ].join("; ")}.`;
  });
  return section(
    heading,
    [
      `Đã ghi nhận ${figureInWords(whole)} trên các kênh của cơ quan ${countedInWords(chain.period, takenAt)} (nguồn: ${whole.source}). Mỗi kênh đếm theo cách riêng nên số của các kênh không cộng với nhau; người tiếp cận là cộng số của từng bài, một người xem nhiều bài được tính nhiều lần. Cách đếm của từng nguồn nêu tại Phụ lục III.`,
      ...lines,
      ...playLines,
      ...comparedInWords(own.filter(({ key }) => !key.startsWith("channels.products."))),
    ],
    own.map(({ key }) => key),
  );
}

/** What the press took up, by how much; nothing where that was not kept yet. */
function pickedUpInWords(own: Figure[]): string[] {
  const whole = own.find(({ key }) => key === "press.pickups");
  if (!whole) return [];
  if (whole.numerator === 0) return [`Trong kỳ chưa ghi tin báo chí dùng lại (nguồn: ${whole.source}).`];
  const parts = own
    .filter(({ key }) => key.startsWith("press.pickups."))
    .map(({ label, numerator }) => `${vietnameseNumber(numerator)} ${label.split(": ")[1]}`);
  return [`Báo chí dùng lại ${figureInWords(whole)}: ${parts.join(", ")} (nguồn: ${whole.source}).`];
}

/** What the press asked and was sent. */
function pressSection(chain: Chain, figures: Figure[], get: Get, takenAt: string): Section {
  const words = (key: string) => figureInWords(get(`press.${key}`));
  const none = (key: string) => get(`press.${key}`).numerator === 0;
  const own = figures.filter(({ key }) => key.startsWith("press."));
  const { source } = get("press.enquiries");
  const { answerHours } = chain.communication!.press;
  return section(
    "Cung cấp thông tin cho báo chí",
    [
      none("enquiries")
        ? `Trong kỳ chưa ghi nhận yêu cầu nào của báo chí (nguồn: ${source}).`
        : `Đã nhận ${words("enquiries")} của báo chí ${countedInWords(chain.period, takenAt)}; trả lời, xử lý xong trong hạn ${answerHours} giờ ${words("in-time")}${none("late") ? "" : `; quá hạn ${words("late")}`}${none("open") ? "" : `; còn chờ trả lời ${words("open")}${none("overdue") ? "" : `, trong đó đã quá hạn ${words("overdue")}`}`} (nguồn: ${source}).`,
      ...(none("carried")
        ? []
        : [`Còn ${words("carried")} nhận từ kỳ trước chưa trả lời (nguồn: ${source}).`]),
      `Đã thực hiện ${words("releases")}; gửi ${words("letters")}${none("letters") ? "" : `, ${words("acknowledged")} đã xác nhận`} (nguồn: ${get("press.releases").source}).`,
      ...pickedUpInWords(own),
      ...comparedInWords(own),
    ],
    own.map(({ key }) => key),
  );
}

/** Both sections of the results; none where the report was frozen before the channels were kept with it. */
export const communicationSections = (
  chain: Chain,
  figures: Figure[],
  get: Get,
  takenAt: string,
): Section[] =>
  chain.communication === undefined
    ? []
    : [channelSection(chain, figures, get, takenAt), pressSection(chain, figures, get, takenAt)];
