import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { connectorOf } from "../connectors/index.ts";
import { inGroup } from "../deliveries/delivery-groups.ts";
import { networkLabel } from "../networks/index.ts";
import { mailboxesByAccount } from "../press-room/bounces/mailbox-queries.ts";
import { goesToRecipients } from "../press-room/goes-to-recipients.ts";
import { channelAccount, channelCredential, channelPause, delivery } from "../tables.ts";
import { administratorsByAccount } from "./administrator-queries.ts";
import { knownFields } from "./known-fields.ts";
import { accountPolicy } from "./policy.ts";
import { warnedDaysOf } from "./warned-days.ts";

export type ChannelAccount = typeof channelAccount.$inferSelect;

/** Stopped because its network lets us in no more; what a person stopped is something else. */
export const isLockedOut = ({ state, stateBy }: ChannelAccount): boolean =>
  state === "paused" && stateBy === null;

/** One of the agency; `lock` holds the row until the transaction ends. @throws NotFound */
export async function accountOf(
  q: Queryable,
  agencyId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<ChannelAccount> {
  const query = q
    .select()
    .from(channelAccount)
    .where(and(eq(channelAccount.agencyId, agencyId), eq(channelAccount.id, id)));
  const [found] = lock ? await query.for("update") : await query;
  if (!found) throw new NotFound("Không có tài khoản này trong sổ của cơ quan.");
  return found;
}

/** By id, of one agency. */
export async function accountsByIds(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<Map<string, ChannelAccount>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select()
    .from(channelAccount)
    .where(and(eq(channelAccount.agencyId, agencyId), inArray(channelAccount.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those that texts can be planned for, in the order of their networks' names. */
export const openAccounts = (q: Queryable, agencyId: string): Promise<ChannelAccount[]> =>
  q
    .select()
    .from(channelAccount)
    .where(
      and(
        eq(channelAccount.agencyId, agencyId),
        ne(channelAccount.state, "closed"),
        ne(channelAccount.way, "own"),
      ),
    )
    .orderBy(asc(channelAccount.network), sql`name collate "vi-x-icu"`);

/** Nobody has stopped what goes out under the account of a delivery. */
export const notStopped = sql`exists (select from channel_account a where a.id = ${delivery.accountId} and a.state = 'open')
  and not exists (select from channel_pause p where p.agency_id = ${delivery.agencyId})`;

/** The switch for all channels of the agency; null: it is not thrown. */
export async function pauseOf(q: Queryable, agencyId: string) {
  const [found] = await q.select().from(channelPause).where(eq(channelPause.agencyId, agencyId));
  return found ?? null;
}

/** Of those entered before the same address was refused: the name of the other one. */
function twinsOf(accounts: ChannelAccount[]): Map<string, string> {
  const open = accounts.filter(({ state }) => state !== "closed");
  const isSame = (one: ChannelAccount, other: ChannelAccount) =>
    one.network === other.network &&
    ((one.addressKey !== null && one.addressKey === other.addressKey) ||
      (one.handleKey !== null && one.handleKey === other.handleKey));
  return new Map(
    open.flatMap((account) => {
      const twin = open.find((other) => other.id !== account.id && isSame(account, other));
      return twin ? [[account.id, twin.name] as const] : [];
    }),
  );
}

/** The register: every account with what waits there, how it is connected and what the caller may do. */
export async function listAccounts(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const rows = await q
    .select({ account: channelAccount, credential: channelCredential })
    .from(channelAccount)
    .leftJoin(channelCredential, eq(channelCredential.accountId, channelAccount.id))
    .where(eq(channelAccount.agencyId, agencyId))
    .orderBy(
      sql`${channelAccount.state} = 'closed'`,
      sql`${channelAccount.way} <> 'own'`,
      asc(channelAccount.network),
      sql`${channelAccount.name} collate "vi-x-icu"`,
    );
  const counted = await q
    .select({
      accountId: delivery.accountId,
      waiting: sql<number>`count(*) filter (where ${inGroup.waiting})::int`,
      inNeed: sql<number>`count(*) filter (where ${inGroup.todo})::int`,
      placed: sql<number>`count(*) filter (where ${inGroup.placed} and not ${delivery.isRehearsal})::int`,
    })
    .from(delivery)
    .where(eq(delivery.agencyId, agencyId))
    .groupBy(delivery.accountId);
  const counts = new Map(counted.map(({ accountId, ...rest }) => [accountId, rest]));
  const units = new Map(
    (await unitsOfAgency(q, agencyId, { closed: true })).map(({ id, name }) => [id, name]),
  );
  const pause = await pauseOf(q, agencyId);
  const administrators = await administratorsByAccount(q, agencyId);
  const may = accountPolicy.may(actor, { agencyId });
  // Who connects anew finds what is no secret as it was filled in.
  const opens = may.connect?.allowed === true;
  const mailboxes = await mailboxesByAccount(q, agencyId, { opens });
  const known = new Map<string, Record<string, string>>();
  for (const { account, credential } of opens ? rows : [])
    if (credential)
      known.set(
        account.id,
        await knownFields(credential.sealed, connectorOf(account.network)?.connection ?? []),
      );
  const twins = twinsOf(rows.map(({ account }) => account));
  return {
    accounts: rows.map(({ account, credential }) => ({
      ...account,
      networkLabel: networkLabel(account.network),
      unitName: account.unitId && (units.get(account.unitId) ?? ""),
      /** Whether a connector is built that calls this network. */
      connectable: connectorOf(account.network) !== undefined,
      connectionFields: connectorOf(account.network)?.connection ?? [],
      connection: credential && {
        isDead: credential.isDead,
        why: credential.why,
        expiresAt: credential.expiresAt,
        savedAt: credential.savedAt,
        limits: credential.limits.map(({ words }) => words),
        known: known.get(account.id) ?? {},
      },
      administrators: administrators.get(account.id) ?? [],
      twinOf: twins.get(account.id) ?? null,
      mailbox: mailboxes.get(account.id) ?? null,
      mails: account.way === "connected" && goesToRecipients(account),
      counts: counts.get(account.id) ?? { waiting: 0, inNeed: 0, placed: 0 },
      may: accountPolicy.may(actor, account),
    })),
    paused: pause && { reason: pause.reason, at: pause.pausedAt },
    warnedDays: await warnedDaysOf(q, agencyId),
    may,
  };
}
