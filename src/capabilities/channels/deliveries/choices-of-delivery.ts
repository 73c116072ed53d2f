import { eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import type { AccountLimit } from "../connectors/connector.ts";
import { type Choices, choose, reachesPeople } from "../networks/choose.ts";
import { networkOf } from "../networks/index.ts";
import { channelCredential } from "../tables.ts";
import { deliveryPolicy } from "./policy.ts";

const forbidding = ({ forbids }: AccountLimit, name: string, value: string): boolean =>
  forbids !== undefined && Object.keys(forbids).length === 1 && forbids[name] === value;

/** What the networks bind posts by, by account; where people post by hand nothing does. */
export async function limitsByAccount(
  q: Queryable,
  accounts: ChannelAccount[],
): Promise<Map<string, AccountLimit[]>> {
  const ids = accounts.filter(({ way }) => way === "connected").map(({ id }) => id);
  const credentials = await q
    .select({ accountId: channelCredential.accountId, limits: channelCredential.limits })
    .from(channelCredential)
    .where(inArray(channelCredential.accountId, ids));
  return new Map(credentials.map(({ accountId, limits }) => [accountId, limits]));
}

/** By account: what is chosen for a post there, what cannot be, and what the network binds posts by. */
export async function choicesShown(q: Queryable, actor: Actor, accounts: ChannelAccount[]) {
  const noBroadcast = deliveryPolicy.hindrance(actor, "broadcast", { agencyId: actor.agencyId });
  const limitsOf = await limitsByAccount(q, accounts);
  return new Map(
    accounts.map(({ id, network, way }) => {
      const isConnected = way === "connected";
      const limits = limitsOf.get(id) ?? [];
      const forbidden = (name: string, value: string) =>
        limits.find((limit) => forbidding(limit, name, value))?.words ?? null;
      const closed = limits.find(({ forbids }) => forbids && Object.keys(forbids).length === 0);
      return [
        id,
        {
          choices: (isConnected ? (networkOf(network)?.choices ?? []) : []).map(({ options, ...choice }) => ({
            ...{ name: choice.name, label: choice.label, hint: choice.hint, usual: choice.usual },
            options: options.map((option) => ({
              ...option,
              forbidden:
                forbidden(choice.name, option.value) ??
                (choice.reachesPeople && option.value !== choice.usual ? noBroadcast : null),
            })),
          })),
          limits: limits.filter(({ refuses }) => refuses === undefined).map(({ words }) => words),
          closed: closed?.words ?? null,
        },
      ];
    }),
  );
}

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "choices", message }]);
};

/**
 * What is chosen for a post under an account, whole, and nothing that its network forbids there: that is told before it is
 * planned, not when its hour has come. What is pushed to people asks for the right to, unless it was so `before`. Where
 * people post by hand, they choose there. @throws Unacceptable, Forbidden
 */
export async function choicesFor(
  { tx: q, actor }: Pick<Work, "tx" | "actor">,
  account: ChannelAccount,
  given: Choices,
  before: Choices = {},
): Promise<Choices> {
  if (account.way !== "connected") return {};
  const network = networkOf(account.network);
  const { choices, lacks } = choose(network, given);
  if (lacks !== null) refuse(`${account.name}: ${lacks}`);
  if (reachesPeople(network, choices, before))
    deliveryPolicy.permit(actor, "broadcast", { agencyId: account.agencyId });
  const [credential] = await q
    .select({ limits: channelCredential.limits })
    .from(channelCredential)
    .where(eq(channelCredential.accountId, account.id));
  for (const { words, forbids } of credential?.limits ?? [])
    if (forbids && Object.entries(forbids).every(([name, value]) => choices[name] === value))
      refuse(`${account.name}: ${words}`);
  return choices;
}
