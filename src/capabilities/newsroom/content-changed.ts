import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import type { Work } from "#platform/work/work.ts";

/** Public pages that show the item, and the lists, are rendered afresh after the commit. */
export async function contentChanged({ tx }: Work, itemId: string): Promise<void> {
  await invalidatePages(tx, [`content:${itemId}`, "content:any"]);
}
