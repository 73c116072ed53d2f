import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { clausesOf } from "./plan-queries.ts";

const LONGEST = 140;

/** What each clause of a plan is called, by its path: its title, else how its text begins. */
export const clauseNames = async (q: Queryable, planId: string): Promise<Map<string, string>> =>
  new Map(
    (await clausesOf(q, planId, "all")).map(({ path, title, text }) => [
      path,
      title ?? beginning(text, LONGEST),
    ]),
  );
