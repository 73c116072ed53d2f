import { OutgoingRefused } from "#platform/http/outgoing.ts";
import { connectorFetch, networkAddress } from "../../accounts/account-call.ts";
import { NotLetIn } from "../../connectors/fresh-secret.ts";
import { isStale, type MailOauth, renewToken } from "../../connectors/press/mail-token.ts";
import { MailboxRefused, type MailboxSecret, type OpenMailbox, openMailbox } from "./mailbox-way.ts";

export const INSIDE =
  "Máy chủ hộp thư nằm trong mạng nội bộ; người quản trị máy chủ phải cho phép (CHANNELS_ALLOW_HOSTS).";

/** Where what lets us in is kept. */
export interface MailboxKeeper {
  /** Commits what renewed a token before anybody uses it; gives what lets us in now. */
  keep: (oauth: MailOauth) => Promise<MailboxSecret>;
  /** What is kept by now, perhaps renewed by another. */
  newest: () => Promise<MailboxSecret>;
}

async function fresh(
  secret: MailboxSecret,
  { keep }: MailboxKeeper,
  now: Date,
  refused: string | null = null,
): Promise<MailboxSecret> {
  const { oauth } = secret;
  if (!oauth || !(isStale(oauth, now) || oauth.accessToken === refused)) return secret;
  return keep(await renewToken(oauth, connectorFetch(), now));
}

/**
 * Opens a mailbox to read alone. A token that ends is renewed, one that its server takes for ended once more.
 * `longest`: of a letter so many bytes are read. @throws MailboxRefused, NotLetIn, OutgoingRefused
 */
export async function enterMailbox(
  secret: MailboxSecret,
  keeper: MailboxKeeper,
  now: Date,
  longest?: number,
): Promise<OpenMailbox> {
  const open = async (one: MailboxSecret) => openMailbox(one, await networkAddress(one.host), longest);
  const first = await fresh(secret, keeper, now);
  try {
    return await open(first);
  } catch (error) {
    if (!first.oauth || !(error instanceof MailboxRefused && error.keptOut)) throw error;
    return open(await fresh(await keeper.newest(), keeper, now, first.oauth.accessToken));
  }
}

/** Why a mailbox could not be read, in words; `final`: only a person can mend it. */
export function whyUnread(error: unknown): { why: string; final: boolean } {
  const told = (why: string, final: boolean) => ({ why: final ? why : `${why} Hệ thống tự đọc lại.`, final });
  if (error instanceof MailboxRefused) return told(error.message, error.final);
  if (error instanceof NotLetIn && "why" in error.result)
    return told(error.result.why, error.result.outcome === "reauth");
  if (error instanceof OutgoingRefused) return { why: INSIDE, final: true };
  return { why: "Chưa gọi được máy chủ hộp thư; hệ thống tự đọc lại.", final: false };
}
