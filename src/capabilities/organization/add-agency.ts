import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { slugify } from "#platform/text/slugify.ts";
import { work as begin, type Work } from "#platform/work/work.ts";
import { addPerson } from "./add-person.ts";
import { type AgencyKind, agencyKindLabels, kindsBelow } from "./agency.ts";
import { agencyChanged } from "./agency-changed.ts";
import type { agencyFields, personFields } from "./contract.ts";
import { agencyById } from "./organization-queries.ts";
import { subordinatePolicy } from "./policy.ts";
import { agency } from "./tables.ts";

type Fields = z.output<typeof agencyFields> & {
  kind: AgencyKind;
  administrator: Pick<z.output<typeof personFields>, "name" | "email">;
};

/** The same person, acting within an agency under one's own; the audit of both keeps the act. */
export const actorWithin = (actor: Actor, agencyId: string): Actor => ({
  ...actor,
  agencyId,
  appointments: [{ role: "administrator", unitId: null }],
});

/**
 * Adds an agency under the caller's with its first administrator, who enters through a one-time link and sets up
 * units and people. What the caller's agency is (a sample or not), the new one is too.
 */
export async function addAgency(
  work: Work,
  { kind, administrator, ...fields }: Fields,
): Promise<{ id: string; token: string }> {
  const { tx, actor, at } = work;
  const above = (await agencyById(tx, actor.agencyId))!;
  subordinatePolicy.permit(actor, "add", { agencyId: actor.agencyId, kinds: kindsBelow[above.kind] });
  if (!kindsBelow[above.kind].includes(kind)) {
    const message = `Cơ quan loại “${agencyKindLabels[kind]}” không đứng dưới cơ quan của bạn được.`;
    throw new Unacceptable(message, [{ field: "kind", message }]);
  }
  const slug = slugify(`${fields.name} ${fields.place}`);
  const [taken] = await tx.select({ id: agency.id }).from(agency).where(eq(agency.slug, slug));
  if (taken || !slug) {
    const message = "Đã có cơ quan với tên và địa danh này.";
    throw new Unacceptable(message, [{ field: "name", message }]);
  }
  const id = uuidv7();
  const values = { id, parentId: actor.agencyId, kind, slug, isSample: above.isSample, ...fields };
  await tx.insert(agency).values(values);
  const recorded = { act: "add-agency", objectKind: "agency", objectId: id, after: { kind, ...fields } };
  await work.record(recorded);
  await agencyChanged(work);
  return begin(
    tx,
    actorWithin(actor, id),
    async (within) => {
      await within.record(recorded);
      const person = { ...administrator, phone: null, jobTitle: null };
      const { token } = await addPerson(within, { ...person, role: "administrator", unitId: null });
      return { id, token };
    },
    { at },
  );
}
