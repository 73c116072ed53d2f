import { formatDate, formatDateTime, startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import { articleAddress } from "#platform/text/article-address.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords, vietnameseNumber } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { Section } from "../report-text.ts";
import { countTold, type Told } from "../told.ts";
import type { ChainArticle, ChainIncident, ChainListening } from "./press-coverage.ts";

const tones = {
  praise: "Khen, tích cực",
  neutral: "Trung tính",
  criticism: "Phê bình, tiêu cực",
} as const;

const every = () => true;
const isCopy = ({ copy }: ChainArticle): boolean => copy !== null;
const isOfTheme = ({ themes }: ChainArticle): boolean => themes.length > 0;

const themesOf = ({ listening, themes }: Chain): { slug: string; label: string }[] => {
  const labels = new Map(themes.map(({ slug, label }) => [slug, label]));
  return [...new Set((listening?.articles ?? []).flatMap((one) => one.themes))]
    .sort()
    .map((slug) => ({ slug, label: labels.get(slug) ?? slug }));
};

const articleTold = (chain: Chain): Told<ChainArticle>[] => {
  const tin = { unit: "tin" };
  return [
    {
      ...tin,
      key: "listening.of-theme",
      label: "Tin báo chí về cải cách hành chính",
      is: isOfTheme,
      of: null,
    },
    ...themesOf(chain).map(({ slug, label }) => ({
      ...{ ...tin, key: `listening.by-theme.${slug}`, label: `Tin báo chí theo chủ đề: ${label}` },
      is: ({ themes }: ChainArticle) => themes.includes(slug),
      of: isOfTheme,
    })),
    ...(["praise", "neutral", "criticism"] as const).map((tone) => ({
      ...{ ...tin, key: `listening.tone.${tone}`, label: `Sắc thái do người đọc ghi: ${tones[tone]}` },
      is: (row: ChainArticle) => row.tone === tone,
      of: every,
    })),
    {
      ...{ ...tin, key: "listening.tone.unmarked", label: "Sắc thái: chưa ai ghi" },
      ...{ is: ({ tone }) => tone === null, of: every },
    },
    {
      ...tin,
      key: "listening.copies",
      label: "Tin lấy từ bài của cơ quan, do máy đối chiếu",
      is: isCopy,
      of: null,
    },
    {
      ...{ ...tin, key: "listening.credited", label: "Có nêu cơ quan, trong số tin ấy", of: isCopy },
      is: ({ copy }) => copy?.isCredited === true,
    },
    {
      ...{ ...tin, key: "listening.uncredited", label: "Chưa thấy nêu cơ quan, trong số tin ấy", of: isCopy },
      is: ({ copy }) => copy?.isCredited === false,
    },
  ];
};

const HOUR_MS = 3_600_000;
/** Whole hours, a begun one counted. */
const hoursOf = ({ openedAt, endedAt }: ChainIncident): number =>
  endedAt === null ? 0 : Math.ceil((Date.parse(endedAt) - Date.parse(openedAt)) / HOUR_MS);

const ended = ({ endedAt }: ChainIncident): boolean => endedAt !== null;
const incidentTold = ({ from, at }: ChainListening): Told<ChainIncident>[] => {
  const begun = startOfDay(from).toISOString();
  return [
    ...(
      [
        ["followed", "Vụ việc báo chí phê bình phải trả lời trong kỳ", every, null],
        ["opened", "Vụ việc mở trong kỳ", ({ openedAt }: ChainIncident) => openedAt >= begun, every],
        [
          "in-time",
          "Báo chí phê bình được trả lời trong giờ quy định, trong số đã trả lời",
          ({ endedAt, dueAt }: ChainIncident) => endedAt !== null && endedAt <= dueAt,
          ended,
        ],
        [
          "late",
          "Báo chí phê bình được trả lời quá giờ quy định, trong số đã trả lời",
          ({ endedAt, dueAt }: ChainIncident) => endedAt !== null && endedAt > dueAt,
          ended,
        ],
        ["open", "Báo chí phê bình chưa trả lời", (row: ChainIncident) => !ended(row), every],
        [
          "overdue",
          "Báo chí phê bình quá giờ mà chưa trả lời",
          (row: ChainIncident) => !ended(row) && row.dueAt < at,
          every,
        ],
      ] as const
    ).map(([key, label, is, of]) => ({ key: `incidents.${key}`, label, unit: "vụ việc", is, of })),
    {
      ...{ key: "incidents.hours", label: "Tổng số giờ từ khi mở vụ việc đến khi trả lời", unit: "giờ" },
      ...{ is: ended, of: null, amount: hoursOf },
    },
  ];
};

/** An article that the press made of a text of the agency: written down by hand, found in a feed, or both. */
interface TakenUp {
  id: string;
  title: string;
  url: string | null;
  on: string;
  where: string;
  byHand: boolean;
  byFeed: boolean;
}

/** Each article once, whoever knows of it. */
function takenUp({ listening, communication }: Chain): TakenUp[] {
  const pickups = communication?.press.pickups ?? [];
  const copies = new Map(
    (listening?.articles ?? []).filter(isCopy).map((row) => [row.addressKey ?? row.id, row]),
  );
  const noted = new Map(pickups.map((row) => [(row.url && articleAddress(row.url)?.key) ?? row.id, row]));
  return [
    ...[...noted].map(([key, row]) => ({
      ...{ id: row.id, title: row.title, url: row.url, on: row.publishedOn, where: row.outletName },
      ...{ byHand: true, byFeed: copies.has(key) },
    })),
    ...[...copies].flatMap(([key, row]) =>
      noted.has(key)
        ? []
        : [
            {
              ...{
                id: row.id,
                title: row.title,
                url: row.url,
                on: row.on,
                where: row.sourceNames.join(", "),
              },
              ...{ byHand: false, byFeed: true },
            },
          ],
    ),
  ];
}

const takenTold: Told<TakenUp>[] = [
  {
    ...{ key: "listening.taken-up", label: "Tin báo chí lấy từ bài của cơ quan, ghi tay và máy tìm" },
    ...{ unit: "tin", is: every, of: null },
  },
  {
    ...{ key: "listening.taken-up.both", label: "Vừa có trong sổ ghi tay, vừa đọc được từ nguồn tin" },
    ...{ unit: "tin", is: ({ byHand, byFeed }) => byHand && byFeed, of: every },
  },
  {
    ...{ key: "listening.taken-up.feed-only", label: "Chỉ đọc được từ nguồn tin, chưa ghi vào sổ" },
    ...{ unit: "tin", is: ({ byHand }) => !byHand, of: every },
  },
];

const sourceTold: Told<ChainListening["sources"][number]>[] = [
  {
    ...{ key: "listening.read", label: "Tin đọc từ các nguồn đang theo dõi", unit: "lượt tin", is: every },
    ...{ of: null, amount: ({ items }) => items },
  },
];

/** The figures of what the press wrote, each with the rows that it counts. None where nothing was kept of it. */
export function countListening(chain: Chain): Figure[] {
  const { listening, yearBefore } = chain;
  if (listening === undefined) return [];
  const days = `từ ${formatDate(listening.from)} đến ${formatDate(listening.until)}`;
  const from = (register: string) => ({ source: `${register} trên hệ thống, ${days}`, yearBefore });
  const feeds = from("Sổ tin đọc từ các nguồn đang theo dõi");
  return [
    ...countTold(sourceTold, listening.sources, { kind: "press-source", ...feeds }),
    ...countTold(articleTold(chain), listening.articles, { kind: "press-article", ...feeds }),
    ...countTold(takenTold, takenUp(chain), {
      kind: "taken-up",
      ...from("Sổ tin báo chí dùng lại và sổ tin đọc từ các nguồn đang theo dõi"),
    }),
    ...countTold(incidentTold(listening), listening.incidents, {
      kind: "incident",
      ...from("Sổ vụ việc báo chí phê bình"),
    }),
  ];
}

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

const creditInWords = ({ copy }: ChainArticle): string[] =>
  copy === null
    ? []
    : [
        `trùng ${copy.share}% với bài của cơ quan, ${copy.isCredited ? "có nêu cơ quan" : "chưa thấy nêu cơ quan"}`,
      ];

const incidentInWords = (row: ChainIncident): string =>
  row.endedAt === null
    ? `chưa trả lời, hạn ${formatDateTime(row.dueAt)}`
    : `trả lời ${formatDateTime(row.endedAt)} (${row.endedAt <= row.dueAt ? "trong giờ" : "quá giờ"}), ${hoursOf(row)} giờ`;

/** The rows behind a figure of what the press wrote; a source and an incident tell what they give to a sum. */
export function listeningRows(chain: Chain, { key, rows: { kind } }: Figure): FigureRow[] {
  const { listening } = chain;
  if (listening === undefined) return [];
  if (kind === "press-source")
    return listening.sources.map(({ id, name, items }) => ({
      ...{ id, kind, label: name, amount: items, detail: `${vietnameseNumber(items)} lượt tin` },
      url: "/workspace/theo-doi-bao-chi?the=nguon",
    }));
  if (kind === "incident")
    return listening.incidents.map((row) => ({
      ...{ id: row.id, kind, label: row.title, url: "/workspace/theo-doi-bao-chi?the=vu-viec" },
      ...(key === "incidents.hours" && { amount: hoursOf(row) }),
      detail: `mở ${formatDateTime(row.openedAt)} · ${incidentInWords(row)}`,
    }));
  if (kind === "taken-up")
    return takenUp(chain).map((row) => ({
      ...{ id: row.id, kind, label: row.title, url: row.url ?? "/workspace/bao-chi?the=dung-lai" },
      detail: [
        ...[row.where, formatDate(row.on)],
        ...(row.byHand ? ["đã ghi vào sổ"] : []),
        ...(row.byFeed ? ["đọc từ nguồn tin"] : []),
      ].join(" · "),
    }));
  return listening.articles.map((row) => ({
    ...{ id: row.id, kind, label: row.title, url: row.url },
    detail: [
      ...[row.sourceNames.join(", "), formatDate(row.on)],
      row.tone === null ? "chưa ghi sắc thái" : tones[row.tone].toLocaleLowerCase("vi"),
      ...creditInWords(row),
    ].join(" · "),
  }));
}

/** Articles and incidents as sheets; none where there are none. */
export function listeningSheets(chain: Chain): Sheet[] {
  const { listening } = chain;
  if (listening === undefined) return [];
  const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
  const labels = new Map(themesOf(chain).map(({ slug, label }) => [slug, label]));
  const sheets: Sheet[] = [
    {
      name: "Báo chí viết",
      columns: [
        ...[text("Tên tin", 60), text("Nguồn", 34), { header: "Ngày", width: 14, kind: "date" as const }],
        ...[text("Chủ đề", 50), text("Sắc thái", 20), text("Lấy từ bài của cơ quan", 44)],
        { header: "Địa chỉ", width: 50, kind: "url" },
      ],
      rows: listening.articles.map((row) => [
        ...[row.title, row.sourceNames.join("\n"), row.on],
        row.themes.map((slug) => labels.get(slug)).join("\n"),
        row.tone && tones[row.tone],
        creditInWords(row)[0] ?? null,
        row.url,
      ]),
    },
    {
      name: "Vụ việc báo chí phê bình",
      columns: [
        ...[text("Vụ việc", 60), text("Mở lúc", 20), text("Hạn trả lời", 20), text("Trả lời lúc", 20)],
        { header: "Số giờ", width: 10, kind: "number" },
      ],
      rows: listening.incidents.map((row) => [
        ...[row.title, formatDateTime(row.openedAt), formatDateTime(row.dueAt)],
        row.endedAt && formatDateTime(row.endedAt),
        row.endedAt === null ? null : hoursOf(row),
      ]),
    },
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}
