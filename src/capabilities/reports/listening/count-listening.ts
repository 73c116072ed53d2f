import { formatDate, startOfDay } from "#platform/clock/vietnam-time.ts";
import { articleAddress } from "#platform/text/article-address.ts";
import type { Chain } from "../chain.ts";
import type { Figure } from "../figure.ts";
import { countTold, type Told } from "../told.ts";
import type { ChainArticle, ChainIncident, ChainListening } from "./press-coverage.ts";

/** In words, by what a person marked. */
export const tones = {
  praise: "Khen, tích cực",
  neutral: "Trung tính",
  criticism: "Phê bình, tiêu cực",
} as const;

const every = () => true;
const isCopy = ({ copy }: ChainArticle): boolean => copy !== null;
const isOfTheme = ({ themes }: ChainArticle): boolean => themes.length > 0;

export const themesOf = ({ listening, themes }: Chain): { slug: string; label: string }[] => {
  const labels = new Map(themes.map(({ slug, label }) => [slug, label]));
  return [...new Set((listening?.articles ?? []).flatMap((one) => one.themes))]
    .sort()
    .map((slug) => ({ slug, label: labels.get(slug) ?? slug }));
};

export const articleTold = (chain: Chain): Told<ChainArticle>[] => {
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
export const hoursOf = ({ openedAt, endedAt }: ChainIncident): number =>
  endedAt === null ? 0 : Math.ceil((Date.parse(endedAt) - Date.parse(openedAt)) / HOUR_MS);

export const ended = ({ endedAt }: ChainIncident): boolean => endedAt !== null;
export const incidentTold = ({ from, at }: ChainListening): Told<ChainIncident>[] => {
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
export function takenUp({ listening, communication }: Chain): TakenUp[] {
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

export const takenTold: Told<TakenUp>[] = [
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
