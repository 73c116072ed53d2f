import type { Queryable } from "#platform/database/database.ts";
import { placesOf } from "../postings/place-queries.ts";
import type { PostingState } from "../postings/posting.ts";
import { postingBoard } from "../postings/posting-board.ts";
import { proceduresOfAgency } from "../procedure-queries.ts";
import { readCode } from "../reading/read-code.ts";
import { type Finding, judgeSnapshot } from "./judge-snapshot.ts";
import {
  formerVersions,
  rowsOfSnapshot,
  type Snapshot,
  shownBySnapshot,
  shownKey,
  snapshotOf,
} from "./snapshot-queries.ts";

export interface ComparedFinding extends Finding {
  /** What the board of postings says of this place; null: it asks nothing of it. */
  board: PostingState | null;
  /** What the snapshot can show, once somebody says so; null: nothing. */
  shows: "posted" | "removed" | null;
  /** It was said already. */
  isShown: boolean;
}

export interface SnapshotComparison {
  snapshot: Snapshot;
  placeName: string;
  findings: ComparedFinding[];
}

/** What the snapshot shows of a finding at its place: only what says just what the register says, or that it is gone. */
function showsOf(
  { standing }: Finding,
  { asOf }: Snapshot,
  cell: { state: PostingState; isAutomatic: boolean } | null,
  askedOn: string,
): ComparedFinding["shows"] {
  if (cell === null || cell.isAutomatic || asOf < askedOn) return null;
  if (standing === "same") return cell.state === "due" || cell.state === "stale" ? "posted" : null;
  return standing === "gone" && cell.state === "to-remove" ? "removed" : null;
}

/** The register as it stands now beside what the snapshot says. @throws NotFound */
export async function compareSnapshot(
  q: Queryable,
  agencyId: string,
  id: string,
  day: string,
): Promise<SnapshotComparison> {
  const snapshot = await snapshotOf(q, agencyId, id);
  const board = await postingBoard(q, agencyId, day);
  const onBoard = new Map(board.rows.map((row) => [row.procedureId, row]));
  const shown = await shownBySnapshot(q, id);
  const findings = judgeSnapshot(
    await proceduresOfAgency(q, agencyId),
    await formerVersions(q, agencyId),
    {
      ...snapshot,
      rows: await rowsOfSnapshot(q, id),
      rejectedCodes: snapshot.rejected.flatMap(({ written }) => readCode(written.ma_tthc ?? "")?.code ?? []),
    },
    day,
  );
  return {
    snapshot,
    placeName: (await placesOf(q, agencyId)).find((one) => one.id === snapshot.placeId)?.name ?? "",
    findings: findings
      .map((finding): ComparedFinding => {
        const row = onBoard.get(finding.procedureId ?? "");
        const cell = row?.cells.find(({ placeId }) => placeId === snapshot.placeId) ?? null;
        const isShown = (["posted", "removed"] as const).some((act) =>
          shown.has(shownKey({ procedureId: finding.procedureId ?? "", version: finding.version ?? 0, act })),
        );
        return {
          ...finding,
          board: cell?.state ?? null,
          shows: isShown ? null : showsOf(finding, snapshot, cell, row?.decision?.issuedOn ?? ""),
          isShown,
        };
      })
      // One that is over and was never said to stand here asks nothing of anybody.
      .filter(
        ({ standing, board: state }) => standing !== "gone" || state === "to-remove" || state === "removed",
      ),
  };
}
