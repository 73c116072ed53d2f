import * as oidc from "openid-client";
import { OutgoingRefused } from "#platform/http/outgoing.ts";
import { discover } from "./ask-provider.ts";

/** One thing that was looked at. */
export interface Finding {
  ok: boolean;
  text: string;
}

/** The innermost of the errors, which says what really happened. */
function root(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? root(error.cause) : error;
}

/** Why the provider's description could not be read, in words. */
function unreadable(error: unknown): string {
  const reason = root(error);
  if (reason instanceof OutgoingRefused)
    return "Địa chỉ phải dùng https và nằm ngoài mạng nội bộ; máy chủ nội bộ cần người trông máy chủ ghi tên vào thiết lập OIDC_ALLOW_HOSTS.";
  const code = reason instanceof Error && "code" in reason ? String(reason.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Không tìm thấy máy chủ này; hãy xem lại địa chỉ.";
  if (code === "ECONNREFUSED" || code === "EHOSTUNREACH" || code === "ENETUNREACH")
    return "Máy chủ này không nhận kết nối.";
  if (/CERT|SIGNED|ISSUER_CERT|ALTNAME/.test(code))
    return "Chứng thư TLS của máy chủ này không được tin cậy.";
  if (reason instanceof Error && reason.name === "TimeoutError")
    return "Máy chủ này không trả lời trong 10 giây.";
  if (/JSON_ATTRIBUTE|INVALID_SERVER/.test(code))
    return "Máy chủ tự xưng bằng một địa chỉ khác; hãy chép đúng địa chỉ (issuer) mà nơi đó công bố.";
  return "Ở địa chỉ này không có bản mô tả OpenID Connect (.well-known/openid-configuration).";
}

/** Tries a provider out without letting anybody in: its description, what it can do, and whether it knows us. */
export async function tryProvider(
  given: { issuer: string; clientId: string; secret: string },
  redirectUri: string,
): Promise<Finding[]> {
  let configuration: oidc.Configuration;
  try {
    configuration = await discover(given);
  } catch (error) {
    return [{ ok: false, text: unreadable(error) }];
  }
  const metadata = configuration.serverMetadata();
  const findings: Finding[] = [
    { ok: true, text: "Đọc được bản mô tả của nơi đăng nhập chung." },
    metadata.supportsPKCE()
      ? { ok: true, text: "Có PKCE (S256)." }
      : { ok: false, text: "Không công bố PKCE (S256); việc trao đổi mã kém an toàn hơn." },
    metadata.jwks_uri
      ? { ok: true, text: "Có khóa để kiểm chữ ký." }
      : { ok: false, text: "Không công bố khóa (jwks_uri) nên không kiểm được chữ ký." },
  ];
  try {
    // A code that nobody was given: whoever knows the client refuses the code, whoever does not refuses the client.
    await oidc.genericGrantRequest(configuration, "authorization_code", {
      code: "thu-ket-noi",
      redirect_uri: redirectUri,
      code_verifier: oidc.randomPKCECodeVerifier(),
    });
    findings.push({ ok: false, text: "Nơi đăng nhập chung nhận cả mã giả; không nên dùng." });
  } catch (error) {
    const said = error instanceof oidc.ResponseBodyError ? error.error : "";
    const known = said === "invalid_grant";
    const refused =
      said === "invalid_client" ||
      said === "unauthorized_client" ||
      error instanceof oidc.WWWAuthenticateChallengeError;
    findings.push(
      known
        ? { ok: true, text: "Mã ứng dụng và mã bí mật được nhận." }
        : refused
          ? { ok: false, text: "Mã ứng dụng hoặc mã bí mật không đúng." }
          : { ok: false, text: "Chưa thử được mã ứng dụng và mã bí mật: câu trả lời không rõ." },
    );
  }
  return findings;
}
