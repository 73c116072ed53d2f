import { eq } from "drizzle-orm";
import { agencyById } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { bulletinSetting } from "../tables.ts";
import type { ZeroWord } from "./speech/say-number.ts";
import type { SpokenWord } from "./speech/spoken-words.ts";

/** How an agency has its bulletins said. */
export interface BulletinSettings {
  /** Said before and after; `{cơ quan}` is its name. */
  opening: string;
  closing: string;
  zeroWord: ZeroWord;
  syllablesAMinute: number;
  words: SpokenWord[];
}

const AGENCY = "{cơ quan}";

export const usualSettings: BulletinSettings = {
  opening: `Kính thưa quý vị và bà con! Sau đây là bản tin của ${AGENCY}.`,
  closing: `Bản tin của ${AGENCY} đến đây là hết. Cảm ơn quý vị và bà con đã lắng nghe.`,
  zeroWord: "linh",
  syllablesAMinute: 200,
  words: [],
};

/** What the agency has stated; the usual where nobody has. */
export async function bulletinSettingsOf(q: Queryable, agencyId: string): Promise<BulletinSettings> {
  const [set] = await q.select().from(bulletinSetting).where(eq(bulletinSetting.agencyId, agencyId));
  if (!set) return usualSettings;
  const { opening, closing, zeroWord, syllablesAMinute, words } = set;
  return { opening, closing, zeroWord, syllablesAMinute, words };
}

/** The same, ready to have a text said. */
export async function mannerOf(q: Queryable, agencyId: string) {
  const { opening, closing, zeroWord, words } = await bulletinSettingsOf(q, agencyId);
  const agency = await agencyById(q, agencyId);
  const named = (text: string) => text.replaceAll(AGENCY, agency?.name ?? "cơ quan");
  return { opening: named(opening), closing: named(closing), zero: zeroWord, words };
}
