import { and, eq, ne } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { isInside } from "#platform/http/outgoing.ts";
import type { Work } from "#platform/work/work.ts";
import { mayLieInside } from "../accounts/account-call.ts";
import { seal } from "../accounts/credentials.ts";
import { webhookPolicy } from "./policy.ts";
import { newSecret, type SigningSecret } from "./sign-webhook.ts";
import { webhook, webhookSecret } from "./tables.ts";
import { webhookOf } from "./webhook-queries.ts";

export interface WebhookFields {
  name: string;
  url: string;
  kinds: string[];
}

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "url", message }]);
};
const TWIN = "Danh sách đã có hệ thống với địa chỉ này.";

/** What an address may be: outside, over https, with nothing in it that lets somebody in. @throws Unacceptable */
function address(given: string): string {
  const url = new URL(given);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    refuse(
      "Địa chỉ không kèm tài khoản, mật khẩu hay phần sau dấu ?; nơi nhận biết tin của ai nhờ chữ ký trong tin.",
    );
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (mayLieInside(host)) return url.toString();
  if (url.protocol !== "https:")
    refuse("Địa chỉ phải bắt đầu bằng https:// để không ai đọc được tin trên đường.");
  if (/^[\d.]+$|:/.test(host) && isInside(host))
    refuse("Địa chỉ nằm trong mạng nội bộ nên không gọi; hãy dùng địa chỉ có trên Internet.");
  return url.toString();
}

async function refuseTwin({ tx, actor }: Work, url: string, id: string): Promise<void> {
  const [twin] = await tx
    .select({ id: webhook.id })
    .from(webhook)
    .where(and(eq(webhook.agencyId, actor.agencyId), eq(webhook.url, url), ne(webhook.id, id)));
  if (twin) refuse(TWIN);
}

/** Begins to tell a system; gives its secret, this once. The same address sent again is refused. */
export async function addWebhook(work: Work, given: WebhookFields): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  webhookPolicy.permit(actor, "add", { agencyId });
  const fields = { name: given.name, url: address(given.url), kinds: [...new Set(given.kinds)] };
  const id = uuidv7();
  const [made] = await tx
    .insert(webhook)
    .values({ id, agencyId, ...fields, madeBy: actor.personId, madeAt: at })
    .onConflictDoNothing()
    .returning();
  if (!made) return refuse(TWIN);
  const secret: SigningSecret = { current: newSecret(), former: null, formerUntil: null };
  await tx.insert(webhookSecret).values({ webhookId: id, agencyId, sealed: await seal(secret), savedAt: at });
  await work.record({ act: "add-webhook", objectKind: "webhook", objectId: id, after: fields });
  return secret.current;
}

/** Changes where a system is told, and of what. */
export async function changeWebhook(
  work: Work,
  { id, ...given }: WebhookFields & { id: string },
): Promise<void> {
  const { tx, actor } = work;
  const { name, url, kinds } = webhookPolicy.permit(
    actor,
    "change",
    await webhookOf(tx, actor.agencyId, id, { lock: true }),
  );
  const fields = { name: given.name, url: address(given.url), kinds: [...new Set(given.kinds)] };
  await refuseTwin(work, fields.url, id);
  await tx.update(webhook).set(fields).where(eq(webhook.id, id));
  await work.record({
    act: "change-webhook",
    objectKind: "webhook",
    objectId: id,
    before: { name, url, kinds },
    after: fields,
  });
}
