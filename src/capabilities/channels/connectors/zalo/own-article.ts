import type { ConnectorCall } from "../connector.ts";
import { ownArticles } from "./find-article.ts";
import { zaloOf } from "./zalo-call.ts";

const bare = (address: unknown): string => {
  const parsed = URL.parse(String(address));
  return parsed ? `${parsed.hostname}${parsed.pathname}${parsed.search}` : "";
};

/** The article at an address that a person pasted: addresses tell no id, the list and the marker do. */
export async function ownArticle(call: ConnectorCall, address: string): Promise<string | null> {
  const own = await ownArticles(call, zaloOf(call).zalo);
  const there = own.find((one) => bare(one.address) === bare(address));
  // Where the list tells no addresses, the marker alone.
  const [marked, ...others] = own.filter((one) => one.isMarked && one.address === "");
  return there?.id ?? (marked && others.length === 0 ? marked.id : null);
}
