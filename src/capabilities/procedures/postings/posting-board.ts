import { and, asc, eq, isNull } from "drizzle-orm";
import { portalBase } from "#organization";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { replacedCodes } from "../decisions/decision.ts";
import { decisionsOf } from "../decisions/decision-queries.ts";
import { procedurePath } from "../procedure-code.ts";
import { type CurrentProcedure, proceduresOfAgency } from "../procedure-queries.ts";
import { standsOn } from "../procedure-state.ts";
import { postingProof, procedureVersion } from "../tables.ts";
import { type PostingPlace, placesOf } from "./place-queries.ts";
import { isSettled, type PostingState, postingDue, postingState } from "./posting.ts";

export interface PostingCell {
  placeId: string;
  state: PostingState;
  /** Last day in time; null: nothing is asked of this place. */
  dueOn: string | null;
  /** Not settled though the day has passed, or settled after it. */
  isLate: boolean;
  /** The newest proof; null where there is none or the place proves itself. */
  proof: { id: string; version: number; seenOn: string; url: string | null; hasFile: boolean } | null;
  /** The agency's own portal tells of itself. */
  isAutomatic: boolean;
}

export interface PostingRow {
  procedureId: string;
  code: string;
  name: string;
  version: number;
  isOver: boolean;
  /** The newest confirmed decision about it. */
  decision: { id: string; number: string; issuedOn: string } | null;
  path: string;
  cells: PostingCell[];
}

interface Share {
  done: number;
  total: number;
}

export interface PostingBoard {
  places: PostingPlace[];
  rows: PostingRow[];
  /** Of procedures: settled at every place. Of places: each with its own share. `inTime`: of those settled. */
  figures: {
    procedures: Share;
    cells: Share;
    inTime: Share;
    late: number;
    places: (Share & { placeId: string })[];
  };
}

type Proof = typeof postingProof.$inferSelect & { fingerprint: string };

/** The newest proof of each procedure at each place. */
async function newestProofs(q: Queryable, agencyId: string): Promise<Map<string, Proof>> {
  const rows = await q
    .select({ proof: postingProof, fingerprint: procedureVersion.fingerprint })
    .from(postingProof)
    .innerJoin(
      procedureVersion,
      and(
        eq(procedureVersion.procedureId, postingProof.procedureId),
        eq(procedureVersion.version, postingProof.version),
      ),
    )
    .where(and(eq(postingProof.agencyId, agencyId), isNull(postingProof.droppedAt)))
    .orderBy(asc(postingProof.seenOn), asc(postingProof.recordedAt), asc(postingProof.id));
  return new Map(
    rows.map(({ proof, fingerprint }) => [
      `${proof.procedureId} ${proof.placeId}`,
      { ...proof, fingerprint },
    ]),
  );
}

interface Known {
  day: string;
  isOff: (day: string) => boolean;
  proofs: Map<string, Proof>;
}

/** From which day on the clock runs: of the decision that the version follows, else of whichever is later. */
const clockFrom = ({ procedure, version }: CurrentProcedure, decision: PostingRow["decision"]): string => {
  if (procedure.repealedOn !== null) return procedure.repealedOn;
  const written = toVietnamDate(version.madeAt).toString();
  if (decision === null || (version.decisionNumber !== decision.number && written > decision.issuedOn))
    return written;
  return decision.issuedOn;
};

function cellOf(
  one: CurrentProcedure,
  decision: PostingRow["decision"],
  place: PostingPlace,
  known: Known,
): PostingCell {
  const { procedure, version } = one;
  const stands = standsOn(procedure, known.day);
  const isAutomatic = place.kind === "portal";
  const proof = known.proofs.get(`${procedure.id} ${place.id}`) ?? null;
  const state: PostingState = isAutomatic
    ? stands
      ? "posted"
      : "removed"
    : postingState({
        ...{ stands, fingerprint: version.fingerprint, proof },
        askedOn: decision?.issuedOn ?? "",
      });
  const asked = clockFrom(one, decision);
  const dueOn = state === "none" ? null : stands ? postingDue(asked, place.workingDays, known.isOff) : asked;
  const settledOn = isAutomatic
    ? toVietnamDate(stands ? version.madeAt : procedure.updatedAt).toString()
    : (proof?.seenOn ?? known.day);
  return {
    ...{ placeId: place.id, state, dueOn, isAutomatic },
    isLate: dueOn !== null && (isSettled(state) ? settledOn : known.day) > dueOn,
    proof:
      proof === null || isAutomatic
        ? null
        : {
            ...{ id: proof.id, version: proof.version, seenOn: proof.seenOn, url: proof.url },
            hasFile: proof.fileId !== null,
          },
  };
}

/** Which procedure stands where: every one that is carried out at every place in use, and what must be gone. */
export async function postingBoard(q: Queryable, agencyId: string, day: string): Promise<PostingBoard> {
  const places = (await placesOf(q, agencyId)).filter(({ isUsed }) => isUsed);
  const known: Known = { day, isOff: await daysOffOf(q, agencyId), proofs: await newestProofs(q, agencyId) };
  const base = await portalBase(q, agencyId);
  const newest = new Map<string, NonNullable<PostingRow["decision"]>>();
  // The newest document comes first.
  for (const { decision, document, rows } of await decisionsOf(q, agencyId)) {
    if (decision.state !== "confirmed") continue;
    // What a procedure took the place of has to go by the same decision.
    for (const code of rows.flatMap((row) => [row.code, ...replacedCodes(row)]))
      if (!newest.has(code))
        newest.set(code, { id: decision.id, number: document.number ?? "", issuedOn: document.issuedOn! });
  }
  const rows = (await proceduresOfAgency(q, agencyId))
    .map((one): PostingRow => {
      const { procedure, version } = one;
      const decision = newest.get(procedure.code) ?? null;
      return {
        ...{ procedureId: procedure.id, code: procedure.code, name: version.name, version: version.version },
        ...{ decision, isOver: !standsOn(procedure, day) },
        path: base + procedurePath({ code: procedure.code, name: version.name }),
        cells: places.map((place) => cellOf(one, decision, place, known)),
      };
    })
    // One that was repealed before it stood anywhere asks nothing of anybody.
    .filter(
      ({ isOver, cells }) =>
        !isOver || cells.some(({ state, isAutomatic }) => !isAutomatic && state !== "none"),
    );
  const asked = rows.flatMap(({ cells }) => cells.filter(({ state }) => state !== "none"));
  const share = (cells: PostingCell[]): Share => ({
    done: cells.filter(({ state }) => isSettled(state)).length,
    total: cells.length,
  });
  const settled = asked.filter(({ state }) => isSettled(state));
  return {
    ...{ places, rows },
    figures: {
      procedures: {
        done: rows.filter(({ cells }) => cells.every(({ state }) => state === "none" || isSettled(state)))
          .length,
        total: rows.length,
      },
      cells: share(asked),
      inTime: { done: settled.filter(({ isLate }) => !isLate).length, total: settled.length },
      late: asked.filter(({ state, isLate }) => isLate && !isSettled(state)).length,
      places: places.map(({ id }) => ({
        placeId: id,
        ...share(asked.filter(({ placeId }) => placeId === id)),
      })),
    },
  };
}
