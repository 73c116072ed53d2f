import { eq } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { work } from "#platform/work/work.ts";
import { accountHolder } from "./account-holder.ts";
import { callerOf } from "./actor-of.ts";
import { bodyOf, type Keeper } from "./keeper.ts";
import { passwordRefused } from "./own-proof.ts";
import { recordSignIn } from "./record-sign-in.ts";
import { passkeyFirst, resting } from "./sign-in-sentences.ts";
import { authPasskey, authUser } from "./tables.ts";

const registration = z.object({
  name: z.string().trim().min(1).max(60),
  response: z.record(z.string(), z.unknown()),
});
const assertion = z.object({ response: z.looseObject({ id: z.string().max(2000) }) });
const unknown = {
  message: "Khóa truy cập này không đăng nhập được.",
  advice: "Có thể nó đã bị gỡ khỏi tài khoản, hoặc đã quá năm phút. Hãy thử lại, hoặc dùng mật khẩu.",
};

/**
 * Mounts registering of passkeys and signing in by one. The device itself asks for fingerprint, face or PIN, so a
 * passkey stands for both factors. `refuses`: why the account may not come in from here.
 */
export function passkeyRoutes(
  app: Hono,
  database: Database,
  config: Config,
  keeper: Keeper,
  refuses: (c: Context, holder: { isSample: boolean }) => { message: string } | null,
): void {
  app.post("/api/auth/passkey/register-options", async (c) => {
    const input = await bodyOf(c, z.object({ password: z.string().max(200) }));
    const actor = await callerOf(database, c.req.raw.headers);
    if (!actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    if (actor.secondFactor?.overdue && actor.secondFactor.passkeys) return c.json(passkeyFirst, 409);
    const refused = await passwordRefused({ database, config, keeper }, c, actor, input?.password ?? "");
    if (refused) return refused;
    const answer = await keeper.get("/passkey/generate-register-options", c);
    keeper.give("challenge", c, answer);
    return c.json({ options: await answer.json() });
  });

  app.post("/api/auth/passkey/register", async (c) => {
    const actor = await callerOf(database, c.req.raw.headers);
    if (!actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    const input = await bodyOf(c, registration);
    if (!input) return c.json({ message: "Hãy đặt tên cho khóa truy cập." }, 400);
    const answer = await keeper.ask("/passkey/verify-registration", c, input, ["session", "challenge"]);
    keeper.take("challenge", c);
    if (!answer.ok)
      return c.json(
        {
          message: "Chưa thêm được khóa truy cập.",
          advice: "Máy phải hỏi vân tay, khuôn mặt hoặc mã PIN, và xong trong năm phút. Hãy thử lại.",
        },
        422,
      );
    await work(database, actor, ({ record }) =>
      record({
        act: "add-passkey",
        objectKind: "person",
        objectId: actor.personId,
        after: { passkey: input.name },
      }),
    );
    return c.json({ ok: true });
  });

  app.post("/api/auth/passkey/sign-in-options", async (c) => {
    const answer = await keeper.get("/passkey/generate-authenticate-options", c, []);
    keeper.give("challenge", c, answer);
    return c.json({ options: { ...(await answer.json()), userVerification: "required" } });
  });

  app.post("/api/auth/passkey/sign-in", async (c) => {
    const input = await bodyOf(c, assertion);
    const [found] = await database
      .select({ email: authUser.email })
      .from(authPasskey)
      .innerJoin(authUser, eq(authUser.id, authPasskey.userId))
      .where(eq(authPasskey.credentialID, input?.response.id ?? ""));
    const holder = found ? await accountHolder(database, found.email) : null;
    if (!holder) return c.json(unknown, 401);
    const why = refuses(c, holder) ?? (holder.active ? null : resting);
    if (why) return c.json(why, 403);
    const answer = await keeper.ask("/passkey/verify-authentication", c, input, ["challenge"]);
    keeper.take("challenge", c);
    if (!answer.ok) return c.json(unknown, 401);
    await recordSignIn(database, holder, {
      address: callerAddress(c, config),
      secondFactor: "khóa truy cập",
    });
    await keeper.giveSession(c, answer, "passkey");
    return c.json({ ok: true });
  });
}
