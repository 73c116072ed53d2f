import { z } from "zod";

/** What is chosen for a post on its network. */
export const choiceOutput = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string(),
  options: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      /** Why it cannot be chosen under this account; null: it can. */
      forbidden: z.string().nullable(),
    }),
  ),
  /** What holds unless somebody chooses; null: somebody has to choose. */
  usual: z.string().nullable(),
});
/** What was chosen, by name. */
export const choices = z.record(z.string().max(50), z.string().max(100));
