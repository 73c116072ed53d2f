/** The point of a picture that stays in every cut: hundredths of its width and height, from the upper left. */
export interface Focus {
  x: number;
  y: number;
}

/** The shapes to which pictures are cut, the largest size of each in pixels, and under which name it is served. */
export const crops = [
  { slug: "news", label: "Thẻ tin (3:2)", width: 528, height: 352, file: "the-tin", ending: "webp" },
  { slug: "cover", label: "Ảnh bìa (16:9)", width: 1280, height: 720, file: "bia", ending: "webp" },
  { slug: "cover-small", label: null, width: 640, height: 360, file: "bia-nho", ending: "webp" },
  { slug: "square", label: "Vuông (1:1)", width: 1080, height: 1080, file: "vuong", ending: "jpg" },
  { slug: "square-small", label: null, width: 288, height: 288, file: "vuong-nho", ending: "webp" },
  { slug: "story", label: "Dọc (9:16)", width: 1080, height: 1920, file: "doc", ending: "jpg" },
  // What Open Graph readers expect: exactly this size, JPEG, at most 1 MB.
  { slug: "card", label: "Thẻ khi chia sẻ liên kết", width: 1200, height: 630, file: "the", ending: "jpg" },
] as const;

export type Crop = (typeof crops)[number]["slug"];
export const cropSlugs = crops.map(({ slug }) => slug);
export const cropOf = (slug: Crop) => crops.find((crop) => crop.slug === slug)!;

/** The largest part of this shape with the point as near to its middle as the edges allow, in whole pixels. */
export function partAround(
  picture: { width: number; height: number },
  shape: { width: number; height: number },
  focus: Focus,
): { left: number; top: number; width: number; height: number } {
  const scale = Math.min(picture.width / shape.width, picture.height / shape.height);
  const width = Math.max(1, Math.min(picture.width, Math.round(shape.width * scale)));
  const height = Math.max(1, Math.min(picture.height, Math.round(shape.height * scale)));
  const from = (point: number, whole: number, part: number) =>
    Math.round(Math.min(Math.max((point / 100) * whole - part / 2, 0), whole - part));
  return {
    left: from(focus.x, picture.width, width),
    top: from(focus.y, picture.height, height),
    width,
    height,
  };
}

/** The same part as CSS shows it with `object-fit: cover`. */
export function objectPosition(
  picture: { width: number; height: number },
  shape: { width: number; height: number },
  focus: Focus,
): string {
  const { left, top, width, height } = partAround(picture, shape, focus);
  const share = (start: number, spare: number) => (spare === 0 ? 50 : (start / spare) * 100);
  return `${share(left, picture.width - width)}% ${share(top, picture.height - height)}%`;
}
