import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords, vietnameseNumber } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { ChainEnquiry, ChainPlacement } from "./communication.ts";

const hrefOf = (itemId: string) => `/workspace/noi-dung/${itemId}`;

/** The number of one placement as it stood, with when it was read. */
function readOf(place: ChainPlacement, figure: Figure): string[] {
  if (!figure.measured) return [];
  const { id } = figure.measured.definition;
  return place.figures
    .filter(({ definitionId }) => definitionId === id)
    .map(({ value, takenAt, isStale }) => {
      const words = figureInWords({ ...figure, numerator: value, denominator: null });
      return `${words}, xem số lúc ${formatDateTime(takenAt)}${isStale ? " (số liệu cũ)" : ""}`;
    });
}

/** How an enquiry stands against its clock: "trả lời lúc 15:00, 02/11/2026, trong hạn". */
export const enquiryInWords = ({ stateLabel, closedAt, dueAt, isLate }: ChainEnquiry): string =>
  closedAt === null
    ? `${stateLabel}, hạn ${formatDateTime(dueAt)}${isLate ? ", đã quá hạn" : ""}`
    : `${stateLabel} lúc ${formatDateTime(closedAt)}, ${isLate ? "quá hạn" : "trong hạn"}`;

/** The rows behind a figure of the channels or the press. */
export function communicationRows({ communication }: Chain, figure: Figure): FigureRow[] {
  const { kind } = figure.rows;
  if (communication === undefined) return [];
  const { placements, broadcasts, press } = communication;
  const placementDetail = (place: ChainPlacement) =>
    [
      ...[place.networkLabel, place.accountName, `đăng ${formatDateTime(place.placedAt)}`],
      ...(place.takenDownAt === null ? [] : [`đã gỡ ${formatDateTime(place.takenDownAt)}`]),
      ...readOf(place, figure),
    ].join(" · ");
  if (kind === "placement")
    return placements.map((place) => ({
      ...{ id: place.id, kind, label: place.title, detail: placementDetail(place) },
      url: place.url ?? hrefOf(place.itemId),
    }));
  if (kind === "product")
    return [...Map.groupBy(placements, ({ itemId }) => itemId)].map(([id, own]) => ({
      ...{ id, kind, label: own[0]!.title, url: hrefOf(id) },
      detail: [own[0]!.kindLabel, ...new Set(own.map(({ networkLabel }) => networkLabel))].join(" · "),
    }));
  if (kind === "broadcast")
    return broadcasts.map(({ id, stationName, areaName, plays, lastAt }) => ({
      ...{ id, kind, label: `${stationName}, ${areaName}`, url: null },
      detail: `${vietnameseNumber(plays)} lượt phát, gần nhất ${formatDateTime(lastAt)}`,
    }));
  if (kind === "enquiry")
    return press.enquiries.map((one) => ({
      ...{ id: one.id, kind, label: one.outletName || "Cơ quan báo chí chưa ghi tên" },
      detail: `Nhận ${formatDateTime(one.receivedAt)} · ${enquiryInWords(one)}`,
      url: `/workspace/bao-chi?the=hoi&mo=${one.id}`,
    }));
  if (kind === "pickup")
    return (press.pickups ?? []).map((one) => ({
      ...{ id: one.id, kind, label: one.title, url: one.url ?? hrefOf(one.itemId) },
      detail: `${one.outletName} · ${one.kindLabel.toLowerCase()} · đăng ${formatDate(one.publishedOn)}`,
    }));
  return press.letters.map(({ id, sentAt, recipients, acknowledged, isWithdrawn }) => ({
    ...{ id, kind, label: `Thư định hướng gửi ${formatDateTime(sentAt)}` },
    detail: `${acknowledged}/${recipients} nơi nhận đã xác nhận${isWithdrawn ? " · đã thu hồi" : ""}`,
    url: "/workspace/bao-chi?the=thu",
  }));
}
