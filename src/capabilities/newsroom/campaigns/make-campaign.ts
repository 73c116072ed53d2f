import { and, eq, ne } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { campaign } from "../tables.ts";
import type { CampaignKind } from "./campaign.ts";
import { campaignOf } from "./campaign-queries.ts";
import { campaignPolicy } from "./policy.ts";

interface CampaignFields {
  kind: CampaignKind;
  name: string;
  note: string;
  /** YYYY-MM-DD, both inside. */
  fromDay: string;
  toDay: string;
}

/** A longer one is a slip of the year. */
const MOST_DAYS = 366;

function needDays({ fromDay, toDay }: CampaignFields): void {
  const message =
    toDay < fromDay
      ? "Ngày cuối trước ngày đầu; hãy xem lại hai ngày."
      : Temporal.PlainDate.from(fromDay).until(toDay).days > MOST_DAYS
        ? "Dài hơn một năm; hãy xem lại hai ngày, nhất là năm."
        : null;
  if (message) throw new Unacceptable(message, [{ field: "toDay", message }]);
}

const sameAs = (agencyId: string, { kind, name, fromDay, toDay }: CampaignFields) =>
  and(
    eq(campaign.agencyId, agencyId),
    eq(campaign.kind, kind),
    eq(campaign.name, name),
    eq(campaign.fromDay, fromDay),
    eq(campaign.toDay, toDay),
  );

/** Puts a campaign or an event on the calendar; the same one sent again is the same one. Gives its id. */
export async function makeCampaign(work: Work, fields: CampaignFields): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  campaignPolicy.permit(actor, "make", { agencyId });
  needDays(fields);
  const [made] = await tx
    .insert(campaign)
    .values({ id: uuidv7(), agencyId, ...fields, madeBy: personId, madeAt: at })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [known] = await tx.select().from(campaign).where(sameAs(agencyId, fields));
    return known!.id;
  }
  await work.record({ act: "make-campaign", objectKind: "campaign", objectId: made.id, after: fields });
  return made.id;
}

/** Changes name, note or days; what belongs to it stays with it. */
export async function changeCampaign(
  work: Work,
  { id, ...fields }: CampaignFields & { id: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = campaignPolicy.permit(
    actor,
    "change",
    await campaignOf(tx, actor.agencyId, id, { lock: true }),
  );
  needDays(fields);
  const [same] = await tx
    .select({ id: campaign.id })
    .from(campaign)
    .where(and(sameAs(actor.agencyId, fields), ne(campaign.id, id)));
  if (same) {
    const message = "Đã có đợt, sự kiện cùng tên trong những ngày này.";
    throw new Unacceptable(message, [{ field: "name", message }]);
  }
  await tx.update(campaign).set(fields).where(eq(campaign.id, id));
  const { kind, name, note, fromDay, toDay } = found;
  await work.record({
    act: "change-campaign",
    objectKind: "campaign",
    objectId: id,
    before: { kind, name, note, fromDay, toDay },
    after: fields,
  });
}
