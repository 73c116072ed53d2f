import { agencyById, portalBase } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { bareOf } from "./bare-words.ts";

/** Without diacritics and marks, so that a comma or a line does not part a name. */
const plain = (text: string): string =>
  ` ${bareOf(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;

/** Whether a text names an agency, or links to where its texts stand: a credit that could be seen. */
export async function whetherNames(q: Queryable, agencyId: string): Promise<(text: string) => boolean> {
  const agency = await agencyById(q, agencyId);
  const base = await portalBase(q, agencyId);
  const [name, address] = [plain(agency?.name ?? ""), base.length > 5 ? base : null];
  return (text) =>
    (name.trim() !== "" && plain(text).includes(name)) || (address !== null && text.includes(address));
}
