import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { speaksOn, standingLabels } from "./press-room/spokespeople/spokesperson.ts";
import { termsOf } from "./press-room/spokespeople/spokesperson-queries.ts";

export { speakersTag } from "./press-room/spokespeople/redraw-speakers.ts";

/** Somebody who speaks for the agency, as anybody may know it. */
export interface Speaker {
  id: string;
  name: string;
  position: string;
  standing: string;
  matter: string;
  topics: string;
  decision: string;
  decisionOn: string | null;
  fromDate: string;
  toDate: string | null;
  phone: string;
  email: string;
}

const order = ["head", "authorised", "one-matter"];

/** Who speaks at a moment and may be reached by anybody. */
export async function publicSpeakers(q: Queryable, agencyId: string, now: Date): Promise<Speaker[]> {
  const day = toVietnamDate(now).toString();
  return (await termsOf(q, agencyId))
    .filter((term) => term.isPublic && speaksOn(term, day))
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
    .map(({ id, name, position, standing, matter, topics, decision, decisionOn, ...rest }) => ({
      ...{ id, name, position, standing: standingLabels[standing], matter, topics, decision, decisionOn },
      ...{ fromDate: rest.fromDate, toDate: rest.toDate, phone: rest.phone, email: rest.email },
    }));
}
