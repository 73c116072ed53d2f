import { eq } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { callerAddress, publicOrigin } from "#platform/http/caller.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { type accountHolder, personAt } from "../account-holder.ts";
import { STEP_SECONDS } from "../accounts.ts";
import { callerOf } from "../actor-of.ts";
import { bodyOf, type Keeper } from "../keeper.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { tokenIn } from "../session-cookie.ts";
import { authVerification } from "../tables.ts";
import { askWhoCame, type Journey, leaveFor } from "./ask-provider.ts";
import { SIGNED_OUT_PATH } from "./end-at-provider.ts";
import { ENTER_PATH } from "./enter-by-provider.ts";
import { findWhoCame, linkWhoCame } from "./find-who-came.ts";
import { NotLetIn, type Provider, type ProviderRefusal, type Said } from "./provider.ts";
import { providerAt, providerButtons, sealSecret } from "./provider-queries.ts";
import { keptOfStep, stepByProvider } from "./step-by-provider.ts";

export const CALLBACK_PATH = "/api/auth/provider/callback";

/** Under which name the journey of a browser is kept. */
const journeyOf = (state: string) => `provider:${state}`;

const kept = z.object({
  key: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Who asked to be linked; null: somebody comes in. */
  linkFor: z.string().nullable(),
  goOn: z.string(),
});
type Kept = z.output<typeof kept>;

/**
 * Mounts signing in by a provider: what stands on the buttons, leaving for it, coming back. `refuses`: why the account
 * may not come in from here.
 */
export function providerSignInRoutes(
  app: Hono,
  database: Database,
  config: Config,
  keeper: Keeper,
  refuses: (c: Context, holder: { isSample: boolean }) => object | null,
): void {
  const redirectUri = (c: Context) => `${publicOrigin(c, config)}${CALLBACK_PATH}`;

  app.post("/api/auth/provider/buttons", async (c) => c.json({ providers: await providerButtons(database) }));

  app.post("/api/auth/provider/leave", async (c) => {
    const input = await bodyOf(
      c,
      z.object({
        key: z.string().max(100),
        link: z.boolean().default(false),
        goOn: z.string().max(500).default("/"),
      }),
    );
    const provider = input && (await providerAt(database, input.key));
    if (!provider) return c.json({ message: "Nơi đăng nhập chung này không còn dùng." }, 404);
    const actor = input.link ? await callerOf(database, c.req.raw.headers) : null;
    if (input.link && !actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    try {
      const { url, ...journey } = await leaveFor(provider, redirectUri(c));
      await keep(database, {
        ...journey,
        key: provider.key,
        linkFor: actor?.personId ?? null,
        goOn: /^\/(?![/\\])/.test(input.goOn) ? input.goOn : "/",
      });
      keeper.put("journey", c, journey.state);
      return c.json({ url });
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      return c.json({ message: "Nơi đăng nhập chung không trả lời.", advice: error.message }, 502);
    }
  });

  app.get(SIGNED_OUT_PATH, (c) => c.redirect("/workspace/dang-nhap?ra=ca-hai"));

  app.get(CALLBACK_PATH, async (c) => {
    const mine = tokenIn("journey", c.req.raw.headers);
    keeper.take("journey", c);
    c.header("Cache-Control", "no-store");
    const journey = mine !== null && mine === c.req.query("state") ? await takeKept(database, mine) : null;
    const back = (place: string, why: ProviderRefusal) => c.redirect(`/workspace${place}?loi=${why}`);
    if (!journey) return back("/dang-nhap", "qua-han");
    try {
      const provider = await providerAt(database, journey.key);
      if (!provider) throw new NotLetIn("qua-han");
      const cameBackTo = new URL(`${redirectUri(c)}${new URL(c.req.url).search}`);
      const said = await askWhoCame(provider, journey, cameBackTo);
      if (journey.linkFor) {
        await link(provider, said, journey.linkFor);
        return c.redirect("/workspace/tai-khoan");
      }
      return c.redirect(
        (await enter(c, provider, said))
          ? `/workspace${journey.goOn}`
          : `/workspace/dang-nhap?buoc=ma&tiep=${encodeURIComponent(journey.goOn)}`,
      );
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      return back(journey.linkFor ? "/tai-khoan" : "/dang-nhap", error.why);
    }
  });

  /** Lets in whoever came; false: the code of the second factor is asked for first. */
  async function enter(c: Context, provider: Provider, said: Said): Promise<boolean> {
    const { personId, linked } = await database.transaction((tx) => findWhoCame(tx, provider, said));
    const holder = await personAt(database, personId);
    if (!holder) throw new NotLetIn("khong-co-nguoi");
    const address = callerAddress(c, config);
    if (linked) await recordLink(holder, provider);
    if (!holder.active) {
      await work(database, systemActor(holder.agencyId, holder.name), ({ record }) =>
        record({
          act: "fail-sign-in",
          objectKind: "person",
          objectId: holder.id,
          after: { address, provider: provider.name, where: "tài khoản đang ngừng sử dụng" },
        }),
      );
      throw new NotLetIn("ngung-dung");
    }
    if (refuses(c, holder)) throw new NotLetIn("chi-tren-may");
    const letInBy = { providerKey: provider.key, sealedIdToken: await sealSecret(said.idToken) };
    const answer = await keeper.ask(
      ENTER_PATH,
      c,
      { userId: holder.userId, codeAsked: !said.twoFactors },
      [],
    );
    if (keeper.give("step", c, answer)) {
      const { step } = await answer.json();
      await database.insert(authVerification).values({
        id: uuidv7(),
        identifier: stepByProvider(step),
        value: keptOfStep(letInBy),
        expiresAt: new Date(Date.now() + STEP_SECONDS * 1000),
      });
      return false;
    }
    await recordSignIn(database, holder, {
      address,
      provider: provider.name,
      ...(said.twoFactors && { secondFactor: "nơi đăng nhập chung đã hỏi" }),
    });
    await keeper.giveSession(c, answer, said.twoFactors ? "provider-and-factor" : "provider", letInBy);
    return true;
  }

  async function link(provider: Provider, said: Said, personId: string): Promise<void> {
    // Cookies of a session do not come along from elsewhere; who asked was looked at when the browser left.
    const holder = await personAt(database, personId);
    if (!holder?.active) throw new NotLetIn("ngung-dung");
    await database.transaction((tx) => linkWhoCame(tx, provider, said, holder));
    await recordLink(holder, provider);
  }

  const recordLink = (holder: NonNullable<Awaited<ReturnType<typeof accountHolder>>>, { name }: Provider) =>
    work(database, { ...systemActor(holder.agencyId, holder.name), personId: holder.id }, ({ record }) =>
      record({ act: "link-provider", objectKind: "person", objectId: holder.id, after: { provider: name } }),
    );
}

async function keep(database: Database, journey: Kept & Journey): Promise<void> {
  await database.insert(authVerification).values({
    id: uuidv7(),
    identifier: journeyOf(journey.state),
    value: JSON.stringify(journey),
    expiresAt: new Date(Date.now() + STEP_SECONDS * 1000),
  });
}

/** The journey that was kept; it is used up by that. Null: there is none, or it took too long. */
async function takeKept(database: Database, state: string): Promise<Kept | null> {
  const [found] = await database
    .delete(authVerification)
    .where(eq(authVerification.identifier, journeyOf(state)))
    .returning();
  return found && found.expiresAt > new Date() ? kept.parse(JSON.parse(found.value)) : null;
}
