import type { Queryable } from "../database/database.ts";

/** A field of an object in the audit: its name on screen, and what its values are called where they are codes. */
export type FieldWord = string | { name: string; values: Readonly<Record<string, string>> };

/** How a kind of object is called in the audit. A field without a word is kept, and shown only as it is stored. */
export interface ObjectWords {
  name: string;
  fields: Readonly<Record<string, FieldWord>>;
  /** Fields that mean nothing to a reader: ids of rows, fingerprints. */
  technical?: readonly string[];
}

export type NamesOf = (q: Queryable, agencyId: string, ids: string[]) => Promise<[string, string][]>;

/** What a capability says about its own acts, in Vietnamese, for people who read the audit. */
export interface AuditWords {
  /** How what the capability keeps is called, by id, for those of the agency that reads. */
  namesOf?: NamesOf;
  acts: Readonly<Record<string, string>>;
  objects: Readonly<Record<string, ObjectWords>>;
}

/** Ids in one question. */
const MOST_AT_ONCE = 5000;

const learnt = {
  acts: {} as Record<string, string>,
  objects: {} as Record<string, ObjectWords>,
  names: new Set<NamesOf>(),
};

/** Gives the process the words of a capability; done once by the apps for each. */
export function learnAuditWords({ acts, objects, namesOf }: AuditWords): void {
  if (namesOf) learnt.names.add(namesOf);
  Object.assign(learnt.acts, acts);
  Object.assign(learnt.objects, objects);
}

/** What an act is called; its own name where nobody has named it. */
export const actName = (act: string): string => learnt.acts[act] ?? act;

/** What all capabilities call these of the agency's things. */
export async function namesOfObjects(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<[string, string][]> {
  const names: [string, string][] = [];
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
    for (const namesOf of learnt.names)
      names.push(...(await namesOf(q, agencyId, ids.slice(at, at + MOST_AT_ONCE))));
  return names;
}

export const objectWords = (kind: string): ObjectWords => learnt.objects[kind] ?? { name: kind, fields: {} };
