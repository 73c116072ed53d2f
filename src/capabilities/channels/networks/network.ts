import type { ChannelSlug } from "#newsroom/contract";
import type { Metric } from "../figures/metric.ts";
import type { PictureShape } from "../pictures/picture-shape.ts";

/** In what a network counts the length of a text. */
export type LengthUnit = "code-points" | "utf-16" | "bytes";

/** What stands in one field of the network's form. */
export interface PostField {
  name: string;
  label: string;
  text: string;
  /** So long at most, in the network's unit; longer is refused there. Null: no bound. */
  most: number | null;
  /** So much is seen before "xem thêm", in characters; null: all of it. */
  shown: { desktop: number; phone: number } | null;
}

/** What a post is made of before it is laid out for a network. */
export interface PostWords {
  title: string;
  summary: string;
  text: string;
  link: string;
  hashtags: string[];
}

/** Something that is chosen for a post on a network of those that it has. */
export interface NetworkChoice {
  name: string;
  label: string;
  hint: string;
  options: { value: string; label: string }[];
  /** What holds unless somebody chooses; null: somebody has to choose. */
  usual: string | null;
  /** Anything but the usual is pushed to people, which asks for a right of its own. */
  reachesPeople?: boolean;
}

/** Steps by which a person corrects a text there, or takes it down. */
export interface ChangeSteps {
  correct: string[];
  remove: string[];
}

/** A network as data: every property stated. A new one is one file and its line in index.ts. */
export interface Network {
  slug: string;
  label: string;
  /** Which of the channels that kinds of content name it belongs to. */
  channel: ChannelSlug;
  unit: LengthUnit;
  /** The fields of a post, laid out from its words. */
  fields: (words: PostWords) => PostField[];
  /** Its posts are read there at length: without words of its own the whole text goes out, not title and summary. */
  atLength?: true;
  /** So many posts a day it takes under one account, as commonly seen; null: it does not say. */
  mostPerDay: number | null;
  hashtags: { most: number };
  /** How many it takes, and in which shapes it shows them. */
  pictures: { shapes: readonly PictureShape[]; fewest: number; most: number };
  /** What a post cannot be without there. */
  needs: "nothing" | "video" | "video-or-picture";
  /** What is chosen for each post there, when it goes out by itself. */
  choices: NetworkChoice[];
  /** Whether a post has an address that people can open. */
  hasAddress: boolean;
  /** What can be known there of a post, from the network or from who looks; empty: nobody counts. */
  figures: readonly Metric[];
  /** Where the person goes to post by hand; null: to the address of the account. */
  openAt: string | null;
  /** Steps of correcting and taking down by hand, where they differ from the usual ones. */
  changeByHand?: ChangeSteps;
  /** Steps of posting by hand, for who does it the first time. */
  byHand: string[];
}
