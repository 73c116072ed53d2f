import type { z } from "zod";

/** Something that happened, told to the capabilities above: past tense, ids only. */
export interface Signal<Schema extends z.ZodType = z.ZodType> {
  name: string;
  payload: Schema;
}

export const defineSignal = <Schema extends z.ZodType>(name: string, payload: Schema): Signal<Schema> => ({
  name,
  payload,
});
