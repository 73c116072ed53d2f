import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Config } from "#platform/config/config.ts";
import type { Queryable } from "#platform/database/database.ts";
import { agency, passwordRule } from "../tables.ts";
import { ownWords, type PasswordOwner, type PasswordRule, plainly, stricterRule } from "./password-rule.ts";

/** What this installation asks of every password, as the settings say. */
interface Floor {
  rule: PasswordRule;
  /** Passwords of the list that the settings name, in plain form. */
  refused: ReadonlySet<string>;
}

let floor: Floor = { rule: { minLength: 10, kinds: 2, remembered: 3, maxDays: null }, refused: new Set() };

/** Takes the settings over; called once when the process starts. */
export function askOfPasswords({ passwords: { refusedFile, ...rule } }: Config): void {
  const lines = refusedFile === null ? [] : readFileSync(refusedFile, "utf8").split(/\r?\n/);
  floor = { rule, refused: new Set(lines.map(plainly).filter(Boolean)) };
}

/** The least that an agency may ask for. */
export const passwordFloor = (): PasswordRule => floor.rule;

/** Whether a password stands in the installation's list. */
export const isListed = (password: string): boolean => floor.refused.has(plainly(password));

/** What an agency asks for itself, with the words that it refuses; null where it never said. */
export async function ownPasswordRule(
  q: Queryable,
  agencyId: string,
): Promise<(PasswordRule & { refusedWords: string[] }) | null> {
  const [found] = await q.select().from(passwordRule).where(eq(passwordRule.agencyId, agencyId));
  if (!found) return null;
  const { agencyId: _, ...own } = found;
  return own;
}

/** What is asked of a new password of somebody of an agency; without one, what the installation asks of everybody. */
export async function passwordAsked(
  q: Queryable,
  agencyId: string | null,
  owner: PasswordOwner | null,
): Promise<{ rule: PasswordRule; words: string[] }> {
  const own = owner ? ownWords(owner) : [];
  if (agencyId === null) return { rule: floor.rule, words: own };
  const asked = await ownPasswordRule(q, agencyId);
  const [{ name, symbol } = { name: "", symbol: "" }] = await q
    .select({ name: agency.name, symbol: agency.symbol })
    .from(agency)
    .where(eq(agency.id, agencyId));
  return {
    rule: stricterRule(floor.rule, asked),
    words: [...own, name, symbol, ...(asked?.refusedWords ?? [])].map(plainly).filter((word) => word !== ""),
  };
}

/** What an agency asks, as its screen shows it. */
export async function presentPasswordRule(q: Queryable, agencyId: string) {
  const own = await ownPasswordRule(q, agencyId);
  return { ...stricterRule(floor.rule, own), refusedWords: own?.refusedWords ?? [], floor: floor.rule };
}
