import { createHash } from "node:crypto";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import {
  faultsIn,
  type ListLine,
  type ReadList,
  readList,
  type SheetChoice,
  writtenIn,
} from "#platform/sheets/read-list.ts";
import { type PlayField, playList, playWords } from "./play-list.ts";
import { givenTo, judgeReceipt, type Receipt, receiptFaultLabels, takenBefore } from "./record-plays.ts";
import { type Station, stationsOf } from "./register-queries.ts";
import { doubtLabels } from "./station.ts";
import { momentWritten, stateWritten } from "./written-play.ts";

export interface PlayLine {
  line: number;
  state: "new" | "present" | "bad" | "heading";
  written: Partial<Record<PlayField, string>>;
  errors: string[];
  notes: string[];
  /** What would be recorded. */
  play: { station: Station; receipt: Receipt } | null;
}

export interface PlayLogTrial extends Omit<ReadList<PlayField>, "lines"> {
  lines: PlayLine[];
  /** Who confirms names the trial that was seen. */
  seen: string;
}

const MOST_IN_JSON = 5_000;
const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;

/** Receipts as a station's device sends them, laid out as the list that people keep; null: it is no JSON. */
function listOfJson(bytes: Uint8Array): Uint8Array | null {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/u, "");
  if (!/^\s*[[{]/u.test(text)) return null;
  const refuse = (message: string): never => {
    throw new Unacceptable(message, [{ field: "file", message }]);
  };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refuse(
      "Tệp JSON này bị hỏng hoặc thiếu đoạn cuối nên không đọc được; hãy xuất lại từ máy của đài.",
    );
  }
  const whole = (Array.isArray(given) ? { receipts: given } : given) as Record<string, unknown>;
  if (!Array.isArray(whole.receipts))
    return refuse("Tệp JSON không có danh sách “receipts”; hãy xuất lại nhật ký phát từ máy của đài.");
  if (whole.receipts.length > MOST_IN_JSON)
    refuse(`Tệp có ${whole.receipts.length} lượt phát; mỗi lần nhập nhiều nhất ${MOST_IN_JSON}.`);
  const rows = (whole.receipts as Record<string, unknown>[]).map((one) =>
    [
      one?.station ?? whole.station,
      one?.bulletinId,
      one?.startedAt,
      one?.endedAt,
      one?.state,
      one?.reason,
      one?.receiptId,
    ]
      .map(cell)
      .join(","),
  );
  const heads = Object.values(playWords).map(({ header }) => cell(header));
  return new TextEncoder().encode([heads.join(","), ...rows].join("\n"));
}

/** The number of a play that its station gave none: the same station, bulletin and moment are the same play. */
const ownReceipt = (station: string, bulletin: string, startedAt: Date): string =>
  `nhap:${createHash("sha256").update(`${station}|${bulletin}|${startedAt.toISOString()}`).digest("hex").slice(0, 24)}`;

function readLine({ line, cells, isHeading }: ListLine<PlayField>, stations: Map<string, Station>): PlayLine {
  const written = writtenIn(cells);
  const told: PlayLine = { line, state: "heading", written, errors: [], notes: [], play: null };
  if (isHeading) return told;
  const errors = faultsIn(playWords, cells);
  const station = stations.get((written.station ?? "").trim().toLowerCase());
  if (!station)
    errors.push(
      written.station?.trim()
        ? `Sổ không có đài, cụm loa mã “${written.station}”.`
        : "Thiếu mã đài, cụm loa.",
    );
  const bulletin = (written.bulletin ?? "").trim();
  if (bulletin === "") errors.push("Thiếu mã bản tin.");
  const startedAt = momentWritten(written.started ?? "");
  if (!startedAt) errors.push("Giờ bắt đầu phát chưa đọc được; hãy ghi như 25/11/2026 17:00.");
  const endedAt = written.ended?.trim() ? momentWritten(written.ended) : null;
  if (written.ended?.trim() && !endedAt)
    errors.push("Giờ kết thúc chưa đọc được; hãy ghi như 25/11/2026 17:02.");
  const state = stateWritten(written.state ?? "");
  if (!state) errors.push("Kết quả phải là Đã phát, Phát dở, Bỏ qua hoặc Không phát được.");
  if (errors.length > 0 || !station || !startedAt || !state) return { ...told, state: "bad", errors };
  const receiptId = (written.receipt ?? "").trim() || ownReceipt(station.code, bulletin, startedAt);
  const receipt: Receipt = {
    ...{ receiptId: receiptId.slice(0, 200), slotId: null, bulletinId: bulletin, edition: null, state },
    ...{ startedAt, endedAt, repetition: 1, clustersOk: null, clustersFailed: null, sha256: null },
    reason: (written.reason ?? "").slice(0, 500),
  };
  return { ...told, state: "new", play: { station, receipt } };
}

/** Which lines are there already, in the log or further up in the file, and which tell of nothing that was given. */
async function judge(q: Queryable, lines: PlayLine[], now: Date): Promise<void> {
  const own = Map.groupBy(
    lines.filter(({ play }) => play !== null),
    ({ play }) => play!.station.id,
  );
  for (const [stationId, plays] of own) {
    const given = await givenTo(q, stationId);
    const sound: { line: PlayLine; broadcastId: string }[] = [];
    for (const line of plays) {
      const judgement = judgeReceipt(given, line.play!.receipt, now);
      if ("fault" in judgement) {
        Object.assign(line, { state: "bad", play: null });
        line.errors.push(receiptFaultLabels[judgement.fault]);
        continue;
      }
      if (judgement.doubt)
        line.notes.push(`Không tính là đã phát: ${doubtLabels[judgement.doubt].toLowerCase()}.`);
      sound.push({ line, broadcastId: judgement.known.broadcast.id });
    }
    const told = sound.map(({ line, broadcastId }) => ({ ...line.play!.receipt, broadcastId }));
    const before = await takenBefore(q, stationId, told);
    const seen = new Set<string>();
    for (const [at, { line, broadcastId }] of sound.entries()) {
      const { receiptId, state, startedAt } = told[at]!;
      const play = `${broadcastId} ${startedAt.toISOString()}`;
      const isTwin = seen.has(receiptId) || (state === "played" && seen.has(play));
      if (before.has(receiptId) || isTwin) {
        Object.assign(line, { state: "present", play: null });
        line.notes.push(isTwin ? "Trùng một dòng ở trên." : "Lượt phát này đã có trong nhật ký.");
      }
      seen.add(receiptId);
      if (state === "played") seen.add(play);
    }
  }
}

/** What a play log would add, line by line, without adding it. @throws Unacceptable for a file that is refused */
export async function tryPlayLog(
  q: Queryable,
  agencyId: string,
  { bytes, ...choice }: SheetChoice<PlayField> & { bytes: Uint8Array },
  now = new Date(),
): Promise<PlayLogTrial> {
  const json = listOfJson(bytes);
  const { lines, ...sheet } = await readList(playList, json ?? bytes, choice);
  const stations = new Map(
    (await stationsOf(q, agencyId)).map(({ station }) => [station.code.toLowerCase(), station]),
  );
  // The first receipt of a JSON is its first line: it has no heads.
  const judged = lines.map((line) => readLine(json ? { ...line, line: line.line - 1 } : line, stations));
  await judge(q, judged, now);
  const seen = createHash("sha256")
    .update(
      JSON.stringify([
        agencyId,
        sheet,
        judged.map(({ line, state, written, errors }) => [line, state, written, errors]),
      ]),
    )
    .digest("hex");
  return { ...sheet, lines: judged, seen };
}
