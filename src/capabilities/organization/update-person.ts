import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Work } from "#platform/work/work.ts";
import type { personFields } from "./contract.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { person } from "./tables.ts";

/** Corrects a person's name, phone or job title. */
export async function updatePerson(
  work: Work,
  { id, ...fields }: Omit<z.output<typeof personFields>, "email"> & { id: string },
): Promise<void> {
  const { tx, actor } = work;
  const before = organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  await tx.update(person).set(fields).where(eq(person.id, id));
  const { name, phone, jobTitle } = before;
  await work.record({
    act: "update-person",
    objectKind: "person",
    objectId: id,
    before: { name, phone, jobTitle },
    after: fields,
  });
}
