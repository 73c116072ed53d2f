/** Where an item of a kind is meant to appear. */
export const channelLabels = {
  portal: "cổng thông tin",
  social: "mạng xã hội",
  video: "nền tảng video",
  radio: "truyền thanh cơ sở",
  press: "cơ quan báo chí",
  board: "bảng niêm yết",
} as const;

export type ChannelSlug = keyof typeof channelLabels;

interface FieldBase {
  /** Names the value in the revision; never given another meaning. */
  name: string;
  label: string;
  /** What to write there, in one sentence; "" when the label says it all. */
  hint: string;
  /** The step before which it must be filled in; null: it may stay empty. */
  requiredTo: "submit" | "publish" | null;
  /** Where the public page shows it: above the body, below it, as a part with a heading, or to staff only. */
  shown: "above" | "below" | "section" | "staff";
  /** The property of schema.org that it is, on the page for machines; null: none. */
  property: string | null;
}

/** A field that only items of one kind have. Its value is text in the form that its type says. */
export type OwnField = FieldBase &
  (
    | { type: "line"; longest: number }
    /** `spoken`: it is read aloud, so the writer is told how long that takes. */
    | { type: "text"; longest: number; fewestWords: number; spoken: boolean }
    | { type: "phone" }
    | { type: "email" }
    /** A day as 2026-11-30, not before the day in another field. */
    | { type: "day"; notBefore: string | null }
    /** A moment in Việt Nam's time as 2026-11-30T08:30; `holds`: nothing is published before it. */
    | { type: "moment"; holds: boolean }
    /** As minutes and seconds, 3:05; the bounds are seconds. */
    | { type: "duration"; shortest: number; longest: number }
  );

/** Media that stand beside the text of an item, in an order of their own. */
export interface MediaRule {
  /** Names their place in the item. */
  role: string;
  label: string;
  hint: string;
  sort: "picture" | "video" | "audio";
  /** So many are there before submission, and no more than so many. */
  fewest: number;
  most: number;
  /** Words for those who do not see it; only pictures have them. */
  alt: "required" | "none";
  caption: "required" | "optional" | "none";
  /** Width divided by height lies between these; null: any. */
  aspect: { from: number; to: number; words: string } | null;
  /** What is wanted of a video or of sound before it is published; null: pictures stand here. */
  recording: {
    /** Seconds. */
    shortest: number;
    longest: number;
    /** The picture that stands before it plays; only videos have one. */
    poster: "required" | "none";
    /** The field of the kind in which everything that is said can be read: filled in, it is the transcript. */
    saidIn: string | null;
  } | null;
  shown: "above" | "below";
}

/** A kind of content as data: every property stated, none inferred. A new kind is one new file and a line in index.ts. */
export interface ContentKind {
  slug: string;
  label: string;
  /** What the writer should know, in one sentence. */
  hint: string;
  fields: {
    title: { longest: number };
    summary: { shortest: number; longest: number };
    /** Words of the body that a text of this kind has at least; 0: it may stay empty. */
    body: { label: string; fewestWords: number };
    /** Whether a leading picture must be there before it is published. */
    image: "required" | "optional";
  };
  /** So little can go wrong that several may be approved at once. */
  lowRisk: boolean;
  own: OwnField[];
  media: MediaRule[];
  /** Where pictures drawn from a table go: their place, and the fields that take its source and its day; null: nowhere. */
  drawing: { role: string; source: string; day: string } | null;
  channels: ChannelSlug[];
  /** What it is to machines: a type of schema.org that has a headline. */
  schemaType: "NewsArticle" | "Article";
}
