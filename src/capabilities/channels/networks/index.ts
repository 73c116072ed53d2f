import { facebook } from "./facebook.ts";
import type { Network } from "./network.ts";
import { portal } from "./portal.ts";
import { press } from "./press.ts";
import { radio } from "./radio.ts";
import { tiktok } from "./tiktok.ts";
import { website } from "./website.ts";
import { youtube } from "./youtube.ts";
import { zalo } from "./zalo.ts";

export type { Network, PostWords } from "./network.ts";

export const networks: Network[] = [portal, facebook, zalo, tiktok, youtube, press, radio, website];

/** The network with this slug; an account of one that was taken out keeps its word. */
export const networkOf = (slug: string): Network | undefined =>
  networks.find((network) => network.slug === slug);

export const networkLabel = (slug: string): string => networkOf(slug)?.label ?? slug;

/** Networks under which an agency opens accounts; the portal is there by itself. */
export const accountNetworks = networks.filter(({ slug }) => slug !== "portal").map(({ slug }) => slug);
