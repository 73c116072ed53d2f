import { z } from "zod";
import { shapeSlugs } from "./picture-shape.ts";

const share = z.number().int().min(0).max(100);

/** A picture of the text as a channel is to have it. */
export const chosenPicture = z.object({
  id: z.uuid("Mã không đúng."),
  alt: z.string().trim().max(500, "Mô tả ảnh dài quá 500 ký tự."),
  /** The part of a shape around a point; null: all of it. */
  cut: z.object({ shape: z.enum(shapeSlugs), x: share, y: share }).nullable(),
});

/** The pictures of a text, and which of them a channel has, cut how. */
export const deliveryPictures = z.object({
  shared: z.array(
    z.object({
      id: z.uuid(),
      alt: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      path: z.string(),
    }),
  ),
  /** Null: all of them, as they are. */
  own: z.array(chosenPicture).nullable(),
  shapes: z.array(z.enum(shapeSlugs)),
  most: z.number().int(),
  chosenByName: z.string().nullable(),
  approvedByName: z.string().nullable(),
});
