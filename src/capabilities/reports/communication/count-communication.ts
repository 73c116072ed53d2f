import type { Chain } from "../chain.ts";
import type { Figure, RowKind } from "../figure.ts";
import type { ChainCommunication, ChainPickup, ChainPlacement } from "./communication.ts";

type Count = (
  key: string,
  label: string,
  kind: RowKind,
  ids: string[],
  denominator: number | null,
  unit: string,
  source: string,
) => Figure;
type Earlier = Map<string, { numerator: number; denominator: number | null }>;

const sources = {
  channels: "Sổ lượt đăng trên các kênh",
  stations: "Nhật ký phát do đài, cụm loa gửi về",
  enquiries: "Sổ yêu cầu của báo chí",
  press: "Phòng báo chí trên hệ thống",
  pickups: "Sổ tin báo chí dùng lại, ghi bằng tay",
};

const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
const products = (placements: ChainPlacement[]): string[] => [
  ...new Set(placements.map(({ itemId }) => itemId)),
];
const add = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** What was published on each channel, by kind; nothing is added up over what is counted differently. */
function placedFigures({ placements }: ChainCommunication, count: Count): Figure[] {
  const networks = [...Map.groupBy(placements, ({ network }) => network)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return [
    count(
      "channels.placements",
      "Lượt đăng trên các kênh của cơ quan",
      "placement",
      ids(placements),
      null,
      "lượt đăng",
      sources.channels,
    ),
    ...networks.flatMap(([network, own]) => {
      const kinds = [...Map.groupBy(own, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
      const { networkLabel: label } = own[0]!;
      const whole = products(own);
      return [
        count(
          `channels.on.${network}`,
          label,
          "placement",
          ids(own),
          placements.length,
          "lượt đăng",
          sources.channels,
        ),
        count(
          `channels.products.${network}`,
          `${label}: sản phẩm`,
          "product",
          whole,
          null,
          "sản phẩm",
          sources.channels,
        ),
        ...kinds.map(([kind, some]) =>
          count(
            `channels.products.${network}.${kind}`,
            `${label}: ${some[0]!.kindLabel}`,
            "product",
            products(some),
            whole.length,
            "sản phẩm",
            sources.channels,
          ),
        ),
      ];
    }),
  ];
}

/** What sources have measured: one figure for each network, metric and definition. */
const measuredFigures = ({ placements, measures }: ChainCommunication, earlier: Earlier): Figure[] =>
  measures.flatMap(({ network, networkLabel, metric, label, unit, adding, of, told }) => {
    if (told === null) return [];
    const { definition, sourceLabel, sum, known, stale, oldestAt, newestAt } = told;
    const family = `channels.measured.${network}.${metric}.`;
    const key = `${family}${definition.id}`;
    const before = earlier.get(key) ?? null;
    const countedOtherwise = before === null && [...earlier.keys()].some((one) => one.startsWith(family));
    return [
      {
        ...{ key, label: `${networkLabel}: ${label}`, numerator: sum, denominator: null, unit, before },
        source: definition.name === sourceLabel ? sourceLabel : `${sourceLabel}, “${definition.name}”`,
        rows: {
          kind: "placement" as const,
          ids: placements
            .filter(
              (place) =>
                place.network === network &&
                place.figures.some((one) => one.metric === metric && one.definitionId === definition.id),
            )
            .map(({ id }) => id),
        },
        measured: {
          ...{ definition, known, of, stale, oldestAt, newestAt, adding },
          ...(countedOtherwise && { countedOtherwise }),
        },
      },
    ];
  });

/** What the press took up, each once; counted beside what was measured on the channels and never added to it. */
function pickedUpFigures(pickups: ChainPickup[], count: Count): Figure[] {
  const figure = (key: string, label: string, rows: ChainPickup[], of: number | null) =>
    count(`press.pickups${key}`, label, "pickup", ids(rows), of, "tin", sources.pickups);
  const kinds = [...Map.groupBy(pickups, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    figure("", "Tin báo chí dùng lại", pickups, null),
    ...kinds.map(([kind, own]) =>
      figure(`.${kind}`, `Tin báo chí dùng lại: ${own[0]!.kindLabel.toLowerCase()}`, own, pickups.length),
    ),
  ];
}

function pressFigures(
  { press: { answerHours, enquiries, releases, letters, pickups }, broadcasts }: ChainCommunication,
  count: Count,
): Figure[] {
  const received = enquiries.filter(({ isCarried }) => !isCarried);
  const enquiryFigure = (key: string, label: string, rows: { id: string }[], of: number | null) =>
    count(`press.${key}`, label, "enquiry", ids(rows), of, "yêu cầu", sources.enquiries);
  const many = received.length;
  const asked = add(letters.map(({ recipients }) => recipients));
  return [
    ...(broadcasts.length === 0
      ? []
      : [
          {
            ...count(
              "channels.plays",
              "Lượt phát ở đài, cụm loa",
              "broadcast",
              ids(broadcasts),
              null,
              "lượt phát",
              sources.stations,
            ),
            numerator: add(broadcasts.map(({ plays }) => plays)),
          },
        ]),
    enquiryFigure("enquiries", "Yêu cầu của báo chí đã nhận", received, null),
    enquiryFigure(
      "in-time",
      `Yêu cầu đã trả lời, xử lý xong trong hạn (${answerHours} giờ)`,
      received.filter(({ isOpen, isLate }) => !isOpen && !isLate),
      many,
    ),
    enquiryFigure(
      "late",
      "Yêu cầu đã trả lời, xử lý xong nhưng quá hạn",
      received.filter(({ isOpen, isLate }) => !isOpen && isLate),
      many,
    ),
    enquiryFigure(
      "open",
      "Yêu cầu còn chờ trả lời",
      received.filter(({ isOpen }) => isOpen),
      many,
    ),
    enquiryFigure(
      "overdue",
      "Yêu cầu còn chờ, đã quá hạn",
      received.filter(({ isOpen, isLate }) => isOpen && isLate),
      many,
    ),
    enquiryFigure(
      "carried",
      "Yêu cầu nhận từ kỳ trước, còn chờ trả lời",
      enquiries.filter(({ isCarried }) => isCarried),
      null,
    ),
    count(
      "press.releases",
      "Thông cáo đã gửi báo chí",
      "placement",
      releases.map(({ placementId }) => placementId),
      null,
      "lượt gửi thông cáo",
      sources.press,
    ),
    count(
      "press.letters",
      "Thư định hướng đã gửi",
      "letter",
      ids(letters),
      null,
      "thư định hướng",
      sources.press,
    ),
    {
      ...count(
        "press.acknowledged",
        "Nơi nhận đã xác nhận thư định hướng",
        "letter",
        ids(letters),
        asked,
        "nơi nhận",
        sources.press,
      ),
      numerator: add(letters.map(({ acknowledged }) => acknowledged)),
    },
    ...(pickups === undefined ? [] : pickedUpFigures(pickups, count)),
  ];
}

/** The figures of the channels and the press, none where the report was frozen before they were kept. */
export function countCommunication({ communication }: Chain, count: Count, earlier: Earlier): Figure[] {
  if (communication === undefined) return [];
  return [
    ...placedFigures(communication, count),
    ...measuredFigures(communication, earlier),
    ...pressFigures(communication, count),
  ];
}
