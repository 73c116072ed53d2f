import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { formerText } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import type { ChangeCall } from "../connectors/connector.ts";
import { callOf, Superseded } from "../deliveries/call-of-delivery.ts";
import { placementChange } from "../tables.ts";
import { type Change, ownTextAfter, type WholeChange } from "./change-queries.ts";

/** Short, the same on every attempt to bring the same text there. */
const nameOf = ({ id, act, revisionId }: Change): string =>
  createHash("sha256").update(`${id} ${act} ${revisionId}`).digest("hex").slice(0, 8);

/** What a connector works with; what it keeps is committed before it goes on, and only while the change is its own. */
export async function callOfChange(
  database: Database,
  whole: WholeChange,
  clock: () => Date,
): Promise<ChangeCall> {
  const { change: row, place, delivery } = whole;
  const handles = { ...row.handles };
  const write = async (set: Partial<typeof placementChange.$inferInsert>): Promise<void> => {
    const [written] = await database
      .update(placementChange)
      .set(set)
      .where(
        and(
          eq(placementChange.id, row.id),
          eq(placementChange.state, row.state),
          ...(row.takenBy ? [eq(placementChange.takenBy, row.takenBy)] : []),
        ),
      )
      .returning({ id: placementChange.id });
    if (!written) throw new Superseded();
  };
  const former = await formerText(database, { agencyId: row.agencyId, revisionId: place.revisionId });
  return {
    ...callOf(database, { ...whole, delivery: { ...delivery, ownText: ownTextAfter(row, delivery) } }, clock),
    handles,
    keep: async (more) => {
      Object.assign(handles, more);
      await write({ handles: { ...handles } });
    },
    risky: () => write({ riskyAt: new Date() }),
    riskyAt: row.riskyAt,
    stands: {
      ...former,
      whole: (delivery.ownText ?? former.whole).normalize("NFC"),
      remoteId: place.remoteId ?? "",
      ...{ url: place.url, handles: delivery.handles },
    },
    change: nameOf(row),
    reason: row.reason,
  };
}
