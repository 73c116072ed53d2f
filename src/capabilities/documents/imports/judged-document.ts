import type { WrittenDocument } from "../written-document.ts";
import type { DocumentField } from "./document-fields.ts";

/** A document of the register as a list is held against it. */
export interface KnownDocument {
  id: string;
  number: string | null;
  type: string;
  issuedOn: string | null;
  issuer: string | null;
  topic: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  replacedBy: string | null;
  keptBy: string | null;
}

export interface KnownRegister {
  /** By id; those that have a number. */
  documents: ReadonlyMap<string, KnownDocument>;
  /** Id of what bears a key now or bore it in the line that brought it: a corrected document is still its line's. */
  byKey: Map<string, string>;
  /** "<id of the amended> <id of what amends it>" */
  amendments: Set<string>;
}

/** What makes a document the same: its number, its day and who issued it. */
export const keyOf = ({
  number,
  issuedOn,
  issuer,
}: Pick<WrittenDocument, "number" | "issuedOn" | "issuer">) =>
  JSON.stringify([number?.toLowerCase(), issuedOn, issuer?.toLowerCase() ?? ""]);

/** Stands for the id of a document that a line will make. */
export const idOfLine = (line: number): string => `line:${line}`;

/** The fields of a list that name other documents. */
export const relationFields = ["replaces", "replacedBy", "amends", "amendedBy"] as const;
export type RelationField = (typeof relationFields)[number];

/** What a line adds between two documents; of a document that the list brings, the id is `idOfLine`. */
export interface ListedRelation {
  kind: "replaced" | "amended";
  older: string;
  newer: string;
  /** Of an amendment: the day from which it holds. */
  fromDay: string | null;
  /** The field of the line that names the other document. */
  as: RelationField;
  /** The other document by type, number and day. */
  document: string;
}

export interface JudgedDocument {
  line: number;
  /** "heading": stands over lines and is none. */
  state: "new" | "present" | "bad" | "heading";
  /** As written, by field. */
  written: Partial<Record<DocumentField, string>>;
  /** Null unless every field was understood. */
  item: WrittenDocument | null;
  /** The document of the register that the line is, or `idOfLine` for a new one; null for no document. */
  documentId: string | null;
  /** What it adds between documents. */
  relations: ListedRelation[];
  errors: string[];
  notes: string[];
}
