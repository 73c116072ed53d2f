import { and, eq, ne, sql } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { loudspeakerPolicy } from "./policy.ts";
import type { StationSort, StationWay } from "./station.ts";
import { loudspeakerArea, loudspeakerStation } from "./tables.ts";

export interface StationFields {
  areaId: string;
  code: string;
  name: string;
  sort: StationSort;
  way: StationWay;
  /** Who plays there, as the agency writes it down. */
  keeper: string;
  clusters: number;
  note: string;
  isClosed: boolean;
}

async function check({ tx, actor }: Work, id: string, { areaId, code, isClosed }: StationFields) {
  const { agencyId } = actor;
  const [area] = await tx
    .select({ isClosed: loudspeakerArea.isClosed })
    .from(loudspeakerArea)
    .where(and(eq(loudspeakerArea.agencyId, agencyId), eq(loudspeakerArea.id, areaId)));
  if (!area) throw new NotFound("Không có địa bàn này trong sổ của cơ quan.");
  if (area.isClosed && !isClosed) {
    const message = "Địa bàn này đã thôi dùng; hãy chọn địa bàn khác.";
    throw new Unacceptable(message, [{ field: "areaId", message }]);
  }
  const [twin] = await tx
    .select({ name: loudspeakerStation.name })
    .from(loudspeakerStation)
    .where(
      and(
        eq(loudspeakerStation.agencyId, agencyId),
        ne(loudspeakerStation.id, id),
        sql`lower(${loudspeakerStation.code}) = lower(${code})`,
      ),
    );
  if (twin) {
    const message = `Mã này đã là của “${twin.name}”; mỗi đài, cụm loa một mã riêng.`;
    throw new Unacceptable(message, [{ field: "code", message }]);
  }
}

/** Enters a station (`id` null) or changes it. */
export async function saveStation(
  work: Work,
  { id: known, ...fields }: StationFields & { id: string | null },
): Promise<string> {
  const id = known ?? uuidv7();
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  loudspeakerPolicy.permit(actor, "keep", { agencyId });
  const [before] = await tx
    .select()
    .from(loudspeakerStation)
    .where(and(eq(loudspeakerStation.agencyId, agencyId), eq(loudspeakerStation.id, id)))
    .for("update");
  if (known !== null && !before) throw new NotFound("Không có đài, cụm loa này trong sổ của cơ quan.");
  await check(work, id, fields);
  const own = { ...fields, changedBy: personId, changedAt: at };
  if (before) await tx.update(loudspeakerStation).set(own).where(eq(loudspeakerStation.id, id));
  else {
    const [made] = await tx
      .insert(loudspeakerStation)
      .values({ id, agencyId, ...own })
      .onConflictDoNothing()
      .returning({ id: loudspeakerStation.id });
    if (!made) throw new Conflict("Đài, cụm loa này vừa được ghi; chưa có gì thay đổi, hãy tải lại trang.");
  }
  const { areaId, code, name, sort, way, keeper, clusters, note, isClosed } = before ?? {};
  await work.record({
    act: "save-station",
    objectKind: "loudspeaker-station",
    objectId: id,
    ...(before && { before: { areaId, code, name, sort, way, keeper, clusters, note, isClosed } }),
    after: fields,
  });
  return id;
}
