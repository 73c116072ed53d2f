import { and, eq, isNull } from "drizzle-orm";
import { type Config, readConfig } from "#platform/config/config.ts";
import { openText, sealText } from "#platform/config/seal.ts";
import type { Queryable } from "#platform/database/database.ts";
import { agency, providerLink, signInProvider } from "../tables.ts";
import { INSTALLATION, type Provider } from "./provider.ts";

let settings: Config | null = null;

/** Takes the settings over; called once when the process starts. */
export function providersFrom(config: Config): void {
  settings = config;
}

/** The settings of this process. */
function known(): Config {
  settings ??= readConfig(process.env);
  return settings;
}

/** Hosts inside the network that may be called. */
export const allowedHosts = (): readonly string[] => known().oidc.allowHosts;

export const sealSecret = (secret: string): Promise<string> => sealText(known().secretFile, secret);

export const openSecret = (sealed: string): Promise<string> => openText(known().secretFile, sealed);

/** The provider that the settings name; null: none. */
function ofInstallation(): Provider | null {
  const { provider } = known().oidc;
  return provider && { key: INSTALLATION, agencyId: null, ...provider };
}

/** The provider that an agency set up; null: none. Also one that is switched off. */
export async function providerOfAgency(q: Queryable, agencyId: string) {
  const [found] = await q.select().from(signInProvider).where(eq(signInProvider.agencyId, agencyId));
  return found ?? null;
}

/** What stands on the buttons of the door. */
export async function providerButtons(q: Queryable): Promise<{ key: string; name: string }[]> {
  const rows = await q
    .select({ key: signInProvider.agencyId, name: signInProvider.name })
    .from(signInProvider)
    .innerJoin(agency, eq(agency.id, signInProvider.agencyId))
    .where(and(eq(signInProvider.active, true), eq(agency.active, true)))
    .orderBy(signInProvider.name, signInProvider.agencyId);
  const installation = ofInstallation();
  return [...(installation ? [{ key: installation.key, name: installation.name }] : []), ...rows];
}

/** The provider of a button; null where there is none, or none any more. */
export async function providerAt(q: Queryable, key: string): Promise<Provider | null> {
  if (key === INSTALLATION) return ofInstallation();
  const found = await providerOfAgency(q, key);
  if (!found?.active) return null;
  const { sealedSecret, active: _, ...rest } = found;
  return { key, ...rest, secret: await openSecret(sealedSecret) };
}

/** The secret of an agency's provider, to try it out. */
export async function secretOf(q: Queryable, agencyId: string): Promise<string | null> {
  const found = await providerOfAgency(q, agencyId);
  return found && openSecret(found.sealedSecret);
}

/** Where a person is linked, by the name of the provider where it is known. */
export async function linksOf(q: Queryable, personId: string, agencyId: string) {
  const rows = await q
    .select({ issuer: providerLink.issuer, linkedAt: providerLink.linkedAt })
    .from(providerLink)
    .where(and(eq(providerLink.personId, personId), isNull(providerLink.unlinkedAt)))
    .orderBy(providerLink.linkedAt);
  const own = await providerOfAgency(q, agencyId);
  const usable = [
    ...(own?.active ? [{ key: own.agencyId, name: own.name, issuer: own.issuer }] : []),
    ...[ofInstallation()].filter((one) => one !== null),
  ];
  return {
    links: rows.map(({ issuer, linkedAt }) => ({
      issuer,
      name: usable.find((one) => one.issuer === issuer)?.name ?? issuer,
      linkedAt,
    })),
    /** Those that one may link. */
    open: usable
      .filter(({ issuer }) => !rows.some((row) => row.issuer === issuer))
      .map(({ key, name }) => ({ key, name })),
  };
}
