import { Conflict } from "#platform/auth/policy.ts";
import { work as begin, type Work } from "#platform/work/work.ts";
import { actorWithin } from "./add-agency.ts";
import { INVITATION_MINUTES } from "./add-person.ts";
import { subordinateOf } from "./agency-queries.ts";
import { makeRecoveryToken } from "./make-account.ts";
import { peopleWithRole } from "./organization-queries.ts";
import { personOf } from "./people-queries.ts";
import { subordinatePolicy } from "./policy.ts";

/**
 * A new one-time link for the first administrator of an agency under one's own, whose first link was lost or ran out.
 * Once anybody there has a password it is refused: from then on nobody outside can enter.
 */
export async function inviteAdministrator(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor, at } = work;
  subordinatePolicy.permit(actor, "invite", {
    ...(await subordinateOf(tx, actor, id)),
    agencyId: actor.agencyId,
  });
  const [first] = await peopleWithRole(tx, id, "administrator");
  if (!first) throw new Conflict("Cơ quan này không có người quản trị nào đang được phân công.");
  const within = actorWithin(actor, id);
  const { userId } = await personOf(tx, within, first.id);
  await work.record({ act: "invite-administrator", objectKind: "agency", objectId: id });
  await begin(
    tx,
    within,
    ({ record }) => record({ act: "invite-administrator", objectKind: "person", objectId: first.id }),
    { at },
  );
  return makeRecoveryToken(tx, userId!, INVITATION_MINUTES);
}
