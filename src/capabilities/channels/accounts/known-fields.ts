import type { ConnectionField } from "../connectors/connector.ts";
import type { MailboxSecret } from "../press-room/bounces/mailbox-way.ts";
import { openSealed } from "./credentials.ts";

/** What was sealed, or nothing where the key is another by now: then all is filled in anew. */
const opened = (sealed: string): Promise<object> =>
  openSealed(sealed).then(
    (secret) => secret as object,
    () => ({}),
  );

/** What was filled in to connect and may be shown again to who connects anew: no secrets. */
export async function knownFields(
  sealed: string,
  fields: ConnectionField[],
): Promise<Record<string, string>> {
  const saved = (await opened(sealed)) as Record<string, unknown>;
  return Object.fromEntries(
    fields.flatMap(({ name, secret }) =>
      secret || typeof saved[name] !== "string" ? [] : [[name, saved[name]]],
    ),
  );
}

/** The same of a mailbox to which letters come back. */
export async function knownOfMailbox(sealed: string) {
  const {
    isTls = true,
    user = "",
    certificate = "",
    oauth = null,
  } = (await opened(sealed)) as Partial<MailboxSecret>;
  return {
    ...{ isTls, user, certificate },
    oauth: oauth && { tokenUrl: oauth.tokenUrl, clientId: oauth.clientId, scope: oauth.scope },
  };
}
