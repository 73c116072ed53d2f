import { unaccent } from "#platform/text/unaccent.ts";
import { commonPasswords } from "./common-passwords.ts";

/** What is asked of a new password. */
export interface PasswordRule {
  /** Characters. */
  minLength: number;
  /** How many of the four kinds it has: small letters, capitals, digits, all others. */
  kinds: number;
  /** How many of the account's last passwords, the present one among them, are not taken again; 0: none. */
  remembered: number;
  /** Days after which it has to be changed; null: never. */
  maxDays: number | null;
}

/** The widest that an agency may ask for. */
export const passwordBounds = { minLength: 64, kinds: 4, remembered: 10, maxDays: 3650 } as const;
/** Nothing below is ever taken, whatever the settings. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** The stricter of each: what the agency asks, never less than the installation. */
export function stricterRule(floor: PasswordRule, own: PasswordRule | null): PasswordRule {
  if (!own) return floor;
  const days = [floor.maxDays, own.maxDays].filter((limit) => limit !== null);
  return {
    minLength: Math.max(floor.minLength, own.minLength),
    kinds: Math.max(floor.kinds, own.kinds),
    remembered: Math.max(floor.remembered, own.remembered),
    maxDays: days.length > 0 ? Math.min(...days) : null,
  };
}

/** Letters and digits alone, small and without marks: how passwords and refused words are compared. */
export const plainly = (text: string): string =>
  unaccent(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/** What people write in place of a letter. */
const disguises: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};
const undisguised = (text: string) => plainly(text.replace(/[01345@$]/g, (sign) => disguises[sign] ?? sign));

/** The ways in which a name is made into an account: whole, given name first, with initials. */
function namesAsTyped(name: string): string[] {
  const parts = unaccent(name).toLowerCase().split(/\s+/).map(plainly).filter(Boolean);
  const given = parts.at(-1) ?? "";
  const family = parts.slice(0, -1);
  const initials = family.map((part) => part[0]).join("");
  return [[...parts].join(""), given + family.join(""), given + initials, initials + given];
}

/** Of whom a password must not speak. */
export interface PasswordOwner {
  name: string;
  email: string;
}

/** What a password must not be made of, as far as its owner goes. */
export const ownWords = ({ name, email }: PasswordOwner): string[] => [
  ...namesAsTyped(name),
  plainly(email),
  plainly(email.split("@")[0] ?? ""),
];

/** So few further characters hide nothing. */
const HARDLY_MORE = 6;

/** Whether a password is hardly more than one of the words, or one that many people have. */
function isGuessable(password: string, words: readonly string[]): boolean {
  const forms = [plainly(password), undisguised(password)];
  return (
    new Set(password).size < 5 ||
    [...commonPasswords, ...words.map(plainly)].some(
      (word) =>
        word.length >= 3 &&
        forms.some((form) => form.includes(word) && form.length - word.length < HARDLY_MORE),
    )
  );
}

const kindsIn = (password: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{Ll}\p{Lu}\d]/u].filter((kind) => kind.test(password)).length;

/** One demand as a sentence, and whether the password meets it; null where only the server can tell. */
export interface PasswordDemand {
  text: string;
  met: boolean | null;
}

/**
 * The demands in the order in which they are shown while somebody types. `words`: names of the person and the agency
 * and what the agency refuses.
 */
export function passwordDemands(
  password: string,
  { minLength, kinds, remembered }: PasswordRule,
  words: readonly string[],
): PasswordDemand[] {
  return [
    {
      text: `Ít nhất ${minLength} ký tự; một câu ngắn dễ nhớ là tốt nhất.`,
      met: password.length >= minLength,
    },
    ...(kinds > 1
      ? [
          {
            text: `Có ít nhất ${kinds} trong 4 loại: chữ thường, chữ hoa, chữ số, dấu (kể cả dấu cách).`,
            met: kindsIn(password) >= kinds,
          },
        ]
      : []),
    {
      text: "Không dễ đoán: không phải tên, thư điện tử của bạn, tên cơ quan hay từ nhiều người dùng như “matkhau”, “123456”.",
      met: password === "" ? false : !isGuessable(password, words),
    },
    ...(remembered > 0
      ? [
          {
            text:
              remembered === 1
                ? "Khác mật khẩu đang dùng."
                : `Khác ${remembered} mật khẩu gần nhất, kể cả mật khẩu đang dùng.`,
            met: null,
          },
        ]
      : []),
  ];
}

/** Why a password cannot be taken, as far as it can be told without the account's earlier ones; null: it can. */
export function passwordHindrance(
  password: string,
  rule: PasswordRule,
  words: readonly string[],
): string | null {
  if (password.length < rule.minLength) return `Mật khẩu cần ít nhất ${rule.minLength} ký tự.`;
  if (password.length > LONGEST_PASSWORD) return `Mật khẩu dài quá ${LONGEST_PASSWORD} ký tự.`;
  if (kindsIn(password) < rule.kinds)
    return `Mật khẩu cần ít nhất ${rule.kinds} trong 4 loại: chữ thường, chữ hoa, chữ số, dấu (kể cả dấu cách).`;
  return isGuessable(password, words) ? "Mật khẩu quá dễ đoán; hãy chọn một câu dài mà chỉ bạn biết." : null;
}
