import type { Chain } from "../chain.ts";
import { type Figure, figureInWords, vietnameseNumber } from "../figure.ts";
import type { Section } from "../report-text.ts";
import { articleTold, ended, incidentTold, takenTold } from "./count-listening.ts";

const lineOf = (figure: Figure): string =>
  `- ${figure.label}: ${figure.denominator === 0 ? "không phát sinh" : figureInWords(figure)}.`;

/** What the press wrote and how the agency answered criticism; that nothing arose is a sentence too. */
export function listeningSections(chain: Chain, get: (key: string) => Figure): Section[] {
  const { listening } = chain;
  if (listening === undefined) return [];
  const keysOf = (told: { key: string }[]) => told.map(({ key }) => key);
  const articleKeys = keysOf(articleTold(chain));
  const incidentKeys = keysOf(incidentTold(listening));
  const group = (prefix: string) => articleKeys.filter((key) => key.startsWith(prefix)).map(get);
  const [read, ofTheme, taken] = [
    get("listening.read"),
    get("listening.of-theme"),
    get("listening.taken-up"),
  ];
  const [followed, hours] = [get("incidents.followed"), get("incidents.hours")];
  const answered = listening.incidents.filter(ended).length;
  const text = [
    read.numerator === 0
      ? `Trong kỳ không đọc được tin nào từ nguồn tin đang theo dõi (nguồn: ${read.source}).`
      : `Trong kỳ đã đọc ${figureInWords(read)} của ${vietnameseNumber(listening.sources.length)} nguồn; ${figureInWords(ofTheme)} về cải cách hành chính, một tin có thể thuộc nhiều chủ đề (nguồn: ${read.source})${ofTheme.numerator === 0 ? "." : ":"}`,
    ...group("listening.by-theme.").map(lineOf),
    ...(listening.articles.length === 0
      ? []
      : [
          `Theo sắc thái của ${vietnameseNumber(listening.articles.length)} tin có liên quan, sắc thái do người đọc ghi (nguồn: ${ofTheme.source}):`,
          ...group("listening.tone.").map(lineOf),
        ]),
    taken.numerator === 0
      ? `Trong kỳ không ghi nhận tin báo chí nào lấy từ bài của cơ quan (nguồn: ${taken.source}).`
      : `Báo chí lấy từ bài của cơ quan ${figureInWords(taken)}, tin trùng nhau giữa sổ ghi tay và nguồn tin chỉ tính một lần (nguồn: ${taken.source}):`,
    ...(taken.numerator === 0
      ? []
      : [
          ...["listening.taken-up.both", "listening.taken-up.feed-only"].map(get),
          ...["listening.credited", "listening.uncredited"].map(get).filter((one) => one.denominator !== 0),
        ].map(lineOf)),
    ...(followed.numerator === 0
      ? [`Trong kỳ không phát sinh vụ việc báo chí phê bình (nguồn: ${followed.source}).`]
      : [
          `Báo chí phê bình: ${figureInWords(followed)}, kể cả kỳ trước chuyển sang (nguồn: ${followed.source}):`,
          ...incidentKeys
            .map(get)
            .filter(({ key }) => key !== followed.key && key !== hours.key)
            .map(lineOf),
          ...(answered === 0
            ? []
            : [
                `- Thời gian trả lời: tổng ${figureInWords(hours)} của ${vietnameseNumber(answered)} vụ việc, trung bình ${vietnameseNumber(Math.round((10 * hours.numerator) / answered) / 10)} giờ một vụ việc; giờ lẻ tính tròn lên.`,
              ]),
        ]),
  ];
  return [
    {
      ...{ level: 2, heading: "Báo chí, dư luận", text: text.join("\n") },
      figures: [...[read.key, ...articleKeys, ...keysOf(takenTold), ...incidentKeys]],
    },
  ];
}
