import type { PostWords } from "./network.ts";

/** One text with everything in it, as networks with a single field take it. */
export const wholePost = ({ text, link, hashtags }: PostWords): string =>
  [text, link, hashtags.join(" ")].filter((part) => part !== "").join("\n\n");
