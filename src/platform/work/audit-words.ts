/** A field of an object in the audit: its name on screen, and what its values are called where they are codes. */
export type FieldWord = string | { name: string; values: Readonly<Record<string, string>> };

/** How a kind of object is called in the audit. A field without a word is kept, and shown only as it is stored. */
export interface ObjectWords {
  name: string;
  fields: Readonly<Record<string, FieldWord>>;
  /** Fields that mean nothing to a reader: ids of rows, fingerprints. */
  technical?: readonly string[];
}

/** What a capability says about its own acts, in Vietnamese, for people who read the audit. */
export interface AuditWords {
  acts: Readonly<Record<string, string>>;
  objects: Readonly<Record<string, ObjectWords>>;
}

const learnt: { acts: Record<string, string>; objects: Record<string, ObjectWords> } = {
  acts: {},
  objects: {},
};

/** Gives the process the words of a capability; done once by the apps for each. */
export function learnAuditWords({ acts, objects }: AuditWords): void {
  Object.assign(learnt.acts, acts);
  Object.assign(learnt.objects, objects);
}

/** What an act is called; its own name where nobody has named it. */
export const actName = (act: string): string => learnt.acts[act] ?? act;

export const objectWords = (kind: string): ObjectWords => learnt.objects[kind] ?? { name: kind, fields: {} };
