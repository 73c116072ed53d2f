import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { postingPlace } from "../tables.ts";
import { keepPlaces } from "./place-queries.ts";
import type { PlaceKind } from "./posting.ts";

export interface PlaceToSave {
  id: string;
  kind: PlaceKind;
  name: string;
  /** After the day of the decision; how many is the agency's own setting. */
  workingDays: number;
  isUsed: boolean;
}

/** Says where procedures must stand and within how many working days; a place that is out of use keeps its proofs. */
export async function savePlaces(work: Work, places: PlaceToSave[]): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const names = places.map(({ name }) => toNfc(name).toLowerCase());
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0)
    throw new Unacceptable(`Có hai nơi cùng tên “${places[twice]!.name}”.`, [
      { field: `places.${twice}.name`, message: "Tên này đã có ở trên." },
    ]);
  const before = await keepPlaces(tx, agencyId);
  const lost = before.find(({ id }) => !places.some((place) => place.id === id));
  if (lost)
    throw new Conflict(
      `Nơi “${lost.name}” không còn trong danh sách gửi lên; nơi thôi dùng thì bỏ chọn “Đang dùng”.`,
    );
  for (const [position, { id, kind, workingDays, isUsed, ...rest }] of places.entries()) {
    const name = toNfc(rest.name);
    if (before.some((place) => place.id === id))
      await tx
        .update(postingPlace)
        .set({ name, workingDays, isUsed, position })
        .where(eq(postingPlace.id, id));
    else
      await tx
        .insert(postingPlace)
        .values({ id, agencyId, kind, name, workingDays, isUsed, position })
        .onConflictDoNothing();
  }
  const inWords = (all: { name: string; workingDays: number; isUsed: boolean }[]) =>
    all.map(
      ({ name, workingDays, isUsed }) =>
        `${name}: ${workingDays} ngày làm việc${isUsed ? "" : " (thôi dùng)"}`,
    );
  await work.record({
    act: "save-posting-places",
    objectKind: "posting-place",
    objectId: agencyId,
    before: { places: inWords(before) },
    after: { places: inWords(places) },
  });
}
