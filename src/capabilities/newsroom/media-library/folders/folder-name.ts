import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { toNfc } from "#platform/text/nfc.ts";
import { mediaFolder } from "../../tables.ts";

/** Marks nobody sees would make two names look the same. */
const hidden = /[\p{Cc}\p{Cf}]/gu;

/** The name as it is kept. @throws Unacceptable where nothing is left, or another in the same folder has it */
export async function usableName(
  q: Queryable,
  { agencyId, id, parentId, name }: { agencyId: string; id: string; parentId: string | null; name: string },
): Promise<string> {
  const clean = toNfc(name).replace(hidden, "").replace(/\s+/gu, " ").trim();
  const refuse = (message: string): never => {
    throw new Unacceptable(message, [{ field: "name", message }]);
  };
  if (clean === "") refuse("Hãy đặt tên cho thư mục.");
  const [same] = await q
    .select({ id: mediaFolder.id })
    .from(mediaFolder)
    .where(
      and(
        eq(mediaFolder.agencyId, agencyId),
        parentId === null ? isNull(mediaFolder.parentId) : eq(mediaFolder.parentId, parentId),
        sql`lower(${mediaFolder.name}) = lower(${clean})`,
        ne(mediaFolder.id, id),
      ),
    );
  if (same) refuse(`Ở đây đã có thư mục “${clean}”; hãy đặt tên khác.`);
  return clean;
}
