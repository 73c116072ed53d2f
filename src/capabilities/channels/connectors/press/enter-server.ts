import type { AccountCall } from "../connector.ts";
import type { PressSecret } from "./press-secret.ts";
import { pressWayIn } from "./press-way-in.ts";
import { type Handed, type MailWay, mailWay } from "./send-mail.ts";

/** Enters the mail server; a token that it takes for ended is renewed once. `barred`: why not. @throws NotLetIn */
export async function enterServer(
  call: AccountCall,
  secret: PressSecret,
): Promise<{ way: MailWay; barred: Handed | null }> {
  const way = await mailWay(call, secret);
  const barred = await way.enter();
  if (barred?.as !== "locked-out" || secret.oauth === null) return { way, barred };
  way.close();
  const again = await mailWay(call, await pressWayIn(call, secret.oauth.accessToken));
  return { way: again, barred: await again.enter() };
}
