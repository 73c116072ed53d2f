/** Shapes to which networks show pictures, with the largest size of each in pixels. */
export const pictureShapes = [
  { slug: "square", label: "Vuông (1:1)", width: 1080, height: 1080 },
  { slug: "portrait", label: "Đứng (4:5)", width: 1080, height: 1350 },
  { slug: "story", label: "Dọc (9:16)", width: 1080, height: 1920 },
  { slug: "landscape", label: "Ngang (1,91:1)", width: 1200, height: 628 },
  { slug: "wide", label: "Ngang rộng (16:9)", width: 1280, height: 720 },
] as const;

export type PictureShape = (typeof pictureShapes)[number]["slug"];
export const shapeSlugs = pictureShapes.map(({ slug }) => slug);
export const shapeOf = (slug: PictureShape) => pictureShapes.find((shape) => shape.slug === slug)!;

/** Of a shape, the part around a point (hundredths of width and height, from the upper left) at the largest size. */
export interface PictureCut {
  shape: PictureShape;
  x: number;
  y: number;
}

/** A picture of the text as a channel is to have it. */
export interface ChosenPicture {
  id: string;
  alt: string;
  /** Null: all of it. */
  cut: PictureCut | null;
}

export const samePictures = (one: ChosenPicture[] | null, other: ChosenPicture[] | null): boolean =>
  JSON.stringify(one?.map(asWritten)) === JSON.stringify(other?.map(asWritten));

/** Whatever order its parts came in. */
const asWritten = ({ id, alt, cut }: ChosenPicture) => [id, alt, cut && [cut.shape, cut.x, cut.y]];
