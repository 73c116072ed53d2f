import { randomInt } from "node:crypto";

/** Letters and digits that nobody confuses on paper. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const HOW_MANY = 10;
const GROUPS = 3;
const LENGTH = 4;

/** Ten codes such as "k7m2-9qxt-h4bp", each good for one sign-in without the phone. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
    ).join("-"),
  );

/** A typed code as it was printed: whatever its capitals, spaces and hyphens. */
export const asPrinted = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .match(/.{1,4}/g)
    ?.join("-") ?? "";
