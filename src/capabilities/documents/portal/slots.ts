import type { Queryable } from "#platform/database/database.ts";

/** Items that explain a document, and under which names the pages change with them. */
export interface Explanations {
  items: { href: string; title: string; publishedAt: Date }[];
  tags: string[];
}

/** Places of these pages that a capability above may fill: what explains a document. */
export const slots: {
  explanationsOf: ((q: Queryable, agencyId: string, documentId: string) => Promise<Explanations>) | null;
} = { explanationsOf: null };
