import { and, eq, ne, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pressOutlet } from "../tables.ts";
import type { OutletKind } from "./outlet.ts";
import { pressPolicy } from "./policy.ts";
import { outletOf } from "./press-queries.ts";

export interface OutletFields {
  name: string;
  kind: OutletKind;
  address: string;
  phone: string;
  note: string;
}

const twin = () => {
  const message = "Sổ đã có cơ quan báo chí cùng tên.";
  return new Unacceptable(message, [{ field: "name", message }]);
};

/** Enters a press agency into the register, once by its name; `id` is a new one. */
export async function noteOutlet(
  work: Work,
  { id, ...fields }: OutletFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  pressPolicy.permit(actor, "keep", { agencyId });
  const [made] = await tx
    .insert(pressOutlet)
    .values({ id, agencyId, ...fields, madeBy: personId, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: pressOutlet.id });
  if (!made) throw twin();
  await work.record({ act: "note-outlet", objectKind: "press-outlet", objectId: id, after: fields });
}

/** Changes what stands of it; closed, it and its addresses are written to no more. */
export async function changeOutlet(
  work: Work,
  { id, isClosed, ...fields }: OutletFields & { id: string; isClosed: boolean },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const found = await outletOf(tx, agencyId, id);
  // Who closed it by mistake opens it again.
  pressPolicy.permit(actor, "keep", { agencyId, isClosed: found.isClosed && isClosed });
  const [other] = await tx
    .select({ id: pressOutlet.id })
    .from(pressOutlet)
    .where(
      and(
        eq(pressOutlet.agencyId, agencyId),
        sql`lower(${pressOutlet.name}) = lower(${fields.name})`,
        eq(pressOutlet.isClosed, false),
        ne(pressOutlet.id, id),
      ),
    );
  if (other && !isClosed) throw twin();
  await tx
    .update(pressOutlet)
    .set({ ...fields, isClosed })
    .where(eq(pressOutlet.id, id));
  const { name, kind, address, phone, note } = found;
  await work.record({
    act: "change-outlet",
    objectKind: "press-outlet",
    objectId: id,
    before: { name, kind, address, phone, note, isClosed: found.isClosed },
    after: { ...fields, isClosed },
  });
}
