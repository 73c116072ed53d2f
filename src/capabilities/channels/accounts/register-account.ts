import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { connectorOf } from "../connectors/index.ts";
import { accountNetworks, networkOf } from "../networks/index.ts";
import { channelAccount, channelCredential } from "../tables.ts";
import type { AccountWay } from "./account.ts";
import { accountOf } from "./account-queries.ts";
import { refuseTwin } from "./account-twins.ts";
import { accountPolicy } from "./policy.ts";

export interface AccountFields {
  name: string;
  handle: string;
  /** Where people find it; null: it has no address. */
  url: string | null;
  unitId: string;
  /** The number of the decision that gave it to the unit, and its day. */
  decision: string;
  decisionOn?: string | null;
  isVerified: boolean;
  /** Since when the network shows it as verified. */
  verifiedOn?: string | null;
  note: string;
  way: Exclude<AccountWay, "own">;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

async function check({ tx, actor, at }: Work, network: string, fields: AccountFields, id: string) {
  const { unitId, way, url, decisionOn, isVerified, verifiedOn } = fields;
  const today = toVietnamDate(at).toString();
  for (const [field, day] of [
    ["decisionOn", decisionOn],
    ["verifiedOn", verifiedOn],
  ] as const)
    if (day && day > today) refuse(field, "Ngày này chưa đến.");
  if (verifiedOn && !isVerified) refuse("verifiedOn", "Tài khoản chưa xác thực thì chưa có ngày xác thực.");
  const units = await unitsOfAgency(tx, actor.agencyId);
  if (!units.some((unit) => unit.id === unitId))
    refuse("unitId", "Đơn vị quản lý không còn trong cơ quan; hãy chọn đơn vị khác.");
  if (networkOf(network)?.hasAddress && way !== "rehearsal" && url === null)
    refuse("url", "Hãy ghi địa chỉ của trang, kênh để người dân biết đâu là tài khoản chính thức.");
  if (way === "connected") {
    if (!connectorOf(network)) refuse("way", "Kênh này chưa đăng tự động được; hãy chọn Đăng tay.");
    const [saved] = await tx
      .select({ isDead: channelCredential.isDead })
      .from(channelCredential)
      .where(eq(channelCredential.accountId, id));
    if (!saved) refuse("way", "Tài khoản chưa được kết nối; người quản trị kết nối xong mới đăng tự động.");
  }
}

/** Enters an official account into the register; the same id sent again is the same one. */
export async function registerAccount(
  work: Work,
  { id, network, ...fields }: AccountFields & { id: string; network: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  accountPolicy.permit(actor, "register", { agencyId });
  if (!accountNetworks.includes(network)) refuse("network", "Hãy chọn kênh.");
  await check(work, network, fields, id);
  const [known] = await tx
    .select({ id: channelAccount.id })
    .from(channelAccount)
    .where(and(eq(channelAccount.agencyId, agencyId), eq(channelAccount.id, id)));
  if (known) return;
  await refuseTwin(work, { id, network, ...fields });
  const [made] = await tx
    .insert(channelAccount)
    .values({ id, agencyId, network, ...fields, state: "open", stateAt: at, madeBy: personId, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: channelAccount.id });
  if (!made) refuse("name", "Sổ đã có tài khoản cùng tên hoặc cùng địa chỉ trên kênh này.");
  await work.record({
    act: "register-account",
    objectKind: "channel-account",
    objectId: id,
    after: { network, ...fields },
  });
}

/** Changes what stands in the register; the network of an account never changes. */
export async function changeAccount(
  work: Work,
  { id, ...fields }: AccountFields & { id: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = accountPolicy.permit(
    actor,
    "change",
    await accountOf(tx, actor.agencyId, id, { lock: true }),
  );
  await check(work, found.network, fields, id);
  await refuseTwin(work, { id, network: found.network, ...fields });
  await tx
    .update(channelAccount)
    .set({ ...fields, isTwin: false })
    .where(eq(channelAccount.id, id));
  const { name, handle, url, unitId, decision, decisionOn, isVerified, verifiedOn, note, way } = found;
  await work.record({
    act: "change-account",
    objectKind: "channel-account",
    objectId: id,
    before: { name, handle, url, unitId, decision, decisionOn, isVerified, verifiedOn, note, way },
    after: fields,
  });
}

/** The agency's own portal stands in the register by itself. Gives its id. */
export async function ownPortal({ tx, actor, at }: Work): Promise<string> {
  const find = () =>
    tx
      .select({ id: channelAccount.id })
      .from(channelAccount)
      .where(and(eq(channelAccount.agencyId, actor.agencyId), eq(channelAccount.way, "own")));
  const [known] = await find();
  if (known) return known.id;
  await tx
    .insert(channelAccount)
    .values({
      id: uuidv7(),
      agencyId: actor.agencyId,
      network: "portal",
      name: "Cổng thông tin của cơ quan",
      handle: "",
      url: null,
      unitId: null,
      decision: "",
      isVerified: true,
      note: "",
      way: "own",
      state: "open",
      stateAt: at,
      madeBy: null,
      madeAt: at,
    })
    .onConflictDoNothing();
  const [made] = await find();
  return made!.id;
}
