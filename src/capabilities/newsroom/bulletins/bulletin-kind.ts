import { type ContentKind, contentKinds, kindOf, type MediaRule } from "../kinds/index.ts";

type Recorded = MediaRule & { recording: NonNullable<MediaRule["recording"]> };

/** Where a kind has what is said in its sound: the field with the words, and the place of the recording. */
export function saidInField(kind: ContentKind): { field: string; longest: number; rule: Recorded } | null {
  for (const field of kind.own) {
    if (field.type !== "text" || !field.spoken) continue;
    const rule = kind.media.find(
      (candidate): candidate is Recorded =>
        candidate.sort === "audio" && candidate.recording?.saidIn === field.name,
    );
    if (rule) return { field: field.name, longest: field.longest, rule };
  }
  return null;
}

/** The kind that is written to be heard, with its field and place. */
export function bulletinKind() {
  for (const kind of contentKinds) {
    const said = saidInField(kind);
    if (said) return { kind, ...said };
  }
  throw new Error("no kind of content is written to be heard");
}

/** Whether a text of this kind can be made into a bulletin: it is one to be read. */
export function canBeSaid(slug: string): boolean {
  const kind = kindOf(slug);
  return kind !== undefined && kind.fields.body.fewestWords > 0 && saidInField(kind) === null;
}
