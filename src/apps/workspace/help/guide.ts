import written from "../../../../docs/huong-dan-su-dung.md?raw";
import { readGuide } from "./read-guide.ts";

const pictures = import.meta.glob<string>("../../../../docs/pictures/*.png", {
  eager: true,
  query: "?url",
  import: "default",
});

/** The user guide that comes with the product. */
export const guide = readGuide(written);

/** Where a picture of the guide lies; null when it is not there. */
export const pictureAddress = (name: string): string | null =>
  pictures[`../../../../docs/pictures/${name}`] ?? null;
