import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "../policy.ts";
import { signInProvider } from "../tables.ts";
import { providerOfAgency, sealSecret } from "./provider-queries.ts";

export interface ProviderFields {
  name: string;
  issuer: string;
  clientId: string;
  /** Null: as before. */
  secret: string | null;
  domains: string[];
  twoFactorValues: string[];
  active: boolean;
}

/** Says by which provider the own people may come in. The secret stands in no audit. */
export async function setProvider(
  { tx, actor, record }: Work,
  { secret, ...fields }: ProviderFields,
): Promise<void> {
  const { agencyId } = organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const before = await providerOfAgency(tx, agencyId);
  if (secret === null && !before) {
    const message = "Hãy nhập mã bí mật mà nơi đăng nhập chung đã cấp.";
    throw new Unacceptable(message, [{ field: "secret", message }]);
  }
  const sealedSecret = secret === null ? before!.sealedSecret : await sealSecret(secret);
  await tx
    .insert(signInProvider)
    .values({ agencyId, ...fields, sealedSecret })
    .onConflictDoUpdate({ target: signInProvider.agencyId, set: { ...fields, sealedSecret } });
  const { sealedSecret: _, agencyId: __, ...shown } = before ?? { sealedSecret: "", agencyId };
  await record({
    act: "set-provider",
    objectKind: "agency",
    objectId: agencyId,
    before: before ? shown : null,
    after: { ...fields, ...(secret !== null && before && { secretRenewed: true }) },
  });
}

/** Takes the provider away; people sign in with their passwords, links stay for the day it comes back. */
export async function removeProvider({ tx, actor, record }: Work): Promise<void> {
  const { agencyId } = organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const before = await providerOfAgency(tx, agencyId);
  if (!before) return;
  await tx.delete(signInProvider).where(eq(signInProvider.agencyId, agencyId));
  await record({
    act: "remove-provider",
    objectKind: "agency",
    objectId: agencyId,
    before: { name: before.name, issuer: before.issuer },
  });
}
