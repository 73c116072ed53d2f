import { isPersonOfAgency, unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";

/** The unit and the person must be the agency's. @throws Unacceptable */
export async function demandOwner(
  { tx, actor }: Work,
  { unitId, personId }: { unitId: string; personId: string | null },
): Promise<void> {
  const fail = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (!(await unitsOfAgency(tx, actor.agencyId)).some(({ id }) => id === unitId))
    fail("unitId", "Đơn vị này không còn trong danh sách.");
  if (personId && !(await isPersonOfAgency(tx, actor.agencyId, personId)))
    fail("personId", "Không có người này trong cơ quan.");
}
