import { eq, inArray } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import type { AccountLimit } from "../connectors/connector.ts";
import { type Choices, choose } from "../networks/choose.ts";
import { networkOf } from "../networks/index.ts";
import { channelCredential } from "../tables.ts";

const forbidding = ({ forbids }: AccountLimit, name: string, value: string): boolean =>
  forbids !== undefined && Object.keys(forbids).length === 1 && forbids[name] === value;

/** By account: what is chosen for a post there, what cannot be, and what the network binds posts by. */
export async function choicesShown(q: Queryable, accounts: ChannelAccount[]) {
  const ids = accounts.map(({ id }) => id);
  const credentials = await q
    .select({ accountId: channelCredential.accountId, limits: channelCredential.limits })
    .from(channelCredential)
    .where(inArray(channelCredential.accountId, ids));
  const limitsOf = new Map(credentials.map(({ accountId, limits }) => [accountId, limits]));
  return new Map(
    accounts.map(({ id, network, way }) => {
      const isConnected = way === "connected";
      const limits = isConnected ? (limitsOf.get(id) ?? []) : [];
      const forbidden = (name: string, value: string) =>
        limits.find((limit) => forbidding(limit, name, value))?.words ?? null;
      const closed = limits.find(({ forbids }) => forbids && Object.keys(forbids).length === 0);
      return [
        id,
        {
          choices: (isConnected ? (networkOf(network)?.choices ?? []) : []).map(({ options, ...choice }) => ({
            ...choice,
            options: options.map((option) => ({
              ...option,
              forbidden: forbidden(choice.name, option.value),
            })),
          })),
          limits: limits.map(({ words }) => words),
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
 * planned, not when its hour has come. Where people post by hand, they choose there. @throws Unacceptable
 */
export async function choicesFor(q: Queryable, account: ChannelAccount, given: Choices): Promise<Choices> {
  if (account.way !== "connected") return {};
  const { choices, lacks } = choose(networkOf(account.network), given);
  if (lacks !== null) refuse(`${account.name}: ${lacks}`);
  const [credential] = await q
    .select({ limits: channelCredential.limits })
    .from(channelCredential)
    .where(eq(channelCredential.accountId, account.id));
  for (const { words, forbids } of credential?.limits ?? [])
    if (forbids && Object.entries(forbids).every(([name, value]) => choices[name] === value))
      refuse(`${account.name}: ${words}`);
  return choices;
}
