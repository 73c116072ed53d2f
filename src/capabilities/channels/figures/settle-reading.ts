import { and, eq, inArray } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { lockOut } from "../accounts/check-connections.ts";
import type { AskedPost, FiguresRead, MissingFigure } from "../connectors/figures-call.ts";
import { figureReading, figureSource, figureWatch } from "../tables.ts";
import { definitionsOf, type SaidBySource } from "./definition-of.ts";
import { backOff, nextReading } from "./next-reading.ts";
import { settleMissed } from "./settle-missed.ts";
import type { MissingFigures } from "./tables.ts";

const DAY = 86_400_000;
/** A number that is gone may come back, a right that is missing may be given: then it is asked for again. */
const ASKED_AGAIN = { gone: 30 * DAY, permission: DAY };

/** Writes the numbers down as they were told, each with what its source means by it. */
async function writeReadings(work: Work, account: ChannelAccount, read: FiguresRead): Promise<Set<string>> {
  const { tx, at } = work;
  const told = [...read.posts].flatMap(([placementId, post]) =>
    "gone" in post
      ? []
      : post.figures.map(({ metric, value, name, words }) => ({
          placementId,
          value,
          said: { network: account.network, metric, source: "network", name, words } satisfies SaidBySource,
        })),
  );
  if (told.length === 0) return new Set();
  const definitionOf = await definitionsOf(
    work,
    told.map(({ said }) => said),
  );
  await tx
    .insert(figureReading)
    .values(
      told.map(({ placementId, value, said }) => ({
        ...{ id: uuidv7(), agencyId: account.agencyId, placementId, metric: said.metric, value },
        ...{ takenAt: at, dayOnly: false, source: "network" as const },
        definitionId: definitionOf(said),
        recordedAt: at,
      })),
    )
    .onConflictDoNothing();
  return new Set(told.map(({ said }) => said.name));
}

/** What the network does not tell; each told of once, until it was told again in between. */
async function noteMissing(
  work: Work,
  account: ChannelAccount,
  before: MissingFigures,
  missing: MissingFigure[],
  told: Set<string>,
): Promise<MissingFigures> {
  const { at } = work;
  const after: MissingFigures = Object.fromEntries(
    Object.entries(before).filter(([name]) => !told.has(name)),
  );
  const fresh: MissingFigure[] = [];
  for (const one of missing) {
    if (!after[one.name]) fresh.push(one);
    after[one.name] = {
      metric: one.metric,
      why: one.why,
      since: after[one.name]?.since ?? at.toISOString(),
      retryAt: new Date(at.getTime() + ASKED_AGAIN[one.because]).toISOString(),
    };
  }
  if (fresh.length === 0) return after;
  const people = [
    ...(await peopleWithRole(work.tx, account.agencyId, "administrator")),
    ...(await peopleWithRole(work.tx, account.agencyId, "editor")),
  ];
  for (const [why, [first]] of Map.groupBy(fresh, ({ because, ...one }) =>
    because === "permission" ? "permission" : one.why,
  ))
    await notify(work, {
      personIds: people.map(({ id }) => id),
      cause: `figures-missing:${account.id}:${first!.name}:${at.toISOString()}`,
      kind: "failure",
      title:
        why === "permission"
          ? `${account.name}: ${first!.why} Số đã có vẫn giữ; hãy kết nối lại với đủ quyền, hoặc ghi số tay.`
          : `${account.name}: ${first!.why} Số đã có vẫn giữ; số mới cần thì ghi tay.`,
      href: "/workspace/kenh",
    });
  return after;
}

/** Writes down what a network told of the posts that were asked about, and when it is asked again. */
export async function settleReading(
  work: Work,
  account: ChannelAccount,
  posts: AskedPost[],
  read: FiguresRead,
): Promise<void> {
  const { tx, at } = work;
  const [source] = await tx
    .select()
    .from(figureSource)
    .where(eq(figureSource.accountId, account.id))
    .for("update");
  const told = await writeReadings(work, account, read);
  const missing = await noteMissing(work, account, source?.missing ?? {}, read.missing, told);
  // What was asked about and not told is unknown, and its turn comes again as that of the others.
  const asked = read.ended === null ? posts : posts.filter(({ id }) => read.posts.has(id));
  for (const [next, same] of Map.groupBy(asked, ({ placedAt }) => nextReading(placedAt, at)?.toISOString()))
    await tx
      .update(figureWatch)
      .set({ askedAt: at, nextAt: next === undefined ? null : new Date(next) })
      .where(
        and(
          eq(figureWatch.accountId, account.id),
          inArray(
            figureWatch.placementId,
            same.map(({ id }) => id),
          ),
        ),
      );
  await settleMissed(work, account, read);
  const failures = read.ended?.outcome === "later" ? (source?.failures ?? 0) + 1 : 0;
  const wait = read.ended?.outcome === "later" ? Math.max(read.ended.after ?? 0, backOff(failures)) : null;
  await tx
    .update(figureSource)
    .set({
      missing,
      failures,
      trouble: read.ended?.why ?? null,
      heldUntil: wait === null ? null : new Date(at.getTime() + wait * 1000),
    })
    .where(eq(figureSource.accountId, account.id));
  if (read.ended?.outcome === "reauth") await lockOut(work, account, read.ended.why);
}
