/** A kind of content as data: every property stated, none inferred. A new kind is one new file and a line in index.ts. */
export interface ContentKind {
  slug: string;
  label: string;
  /** What the writer should know, in one sentence. */
  hint: string;
  fields: {
    title: { longest: number };
    summary: { shortest: number; longest: number };
    /** Words of the body that a text of this kind has at least. */
    body: { fewestWords: number };
    /** Whether a leading picture must be there before it is published. */
    image: "required" | "optional";
  };
  channels: string[];
}
