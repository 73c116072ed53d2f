import { Unacceptable } from "#platform/auth/policy.ts";
import type { MailboxSecret } from "./mailbox-way.ts";

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/**
 * What was left empty is what was saved, for the same person at the same server alone. `keepsToken`: the token is the
 * saved one, so what renews it is to be written down where it is kept. @throws Unacceptable where neither has one
 */
export function withKeptSecret<Given extends MailboxSecret>(
  given: Given,
  known: MailboxSecret | null,
): { fields: Given; keepsToken: boolean } {
  const { oauth } = given;
  const former =
    known && known.host === given.host && known.port === given.port && known.user === given.user
      ? known
      : null;
  if (oauth) {
    const before = former?.oauth?.tokenUrl === oauth.tokenUrl ? former.oauth : null;
    const refreshToken = oauth.refreshToken || before?.refreshToken || "";
    if (refreshToken === "") return refuse("refreshToken", "Hãy điền mã làm mới của hộp thư.");
    const keepsToken = oauth.refreshToken === "";
    // An application without a secret of its own has none.
    const clientSecret = oauth.clientSecret || before?.clientSecret || "";
    const { accessToken, until } = keepsToken ? before! : oauth;
    return {
      fields: {
        ...given,
        password: "",
        oauth: { ...oauth, refreshToken, clientSecret, accessToken, until },
      },
      keepsToken,
    };
  }
  const password = given.password || former?.password || "";
  if (password === "") return refuse("password", "Hãy điền mật khẩu của hộp thư.");
  return { fields: { ...given, password }, keepsToken: false };
}
