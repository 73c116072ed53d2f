import { OutgoingRefused } from "#platform/http/outgoing.ts";
import type { AccountCall, AccountCheck } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { enterServer } from "./enter-server.ts";
import { pressWayIn } from "./press-way-in.ts";
import { wronglyFilled } from "./wrongly-filled.ts";

/** What a mail server that cannot be reached lacks, by the codes that Node and OpenSSL have for it. */
const troubles: [code: RegExp, words: string][] = [
  [/CERT_HAS_EXPIRED/, "Chứng thư của máy chủ thư đã hết hạn."],
  [/ALTNAME/, "Chứng thư của máy chủ thư mang tên khác; hãy điền tên máy chủ đúng như trong chứng thư."],
  [
    /CERT|SELF_SIGNED|UNABLE_TO/,
    "Chứng thư của máy chủ thư không do nơi đáng tin cấp; nếu cơ quan tự cấp, dán chứng thư gốc vào ô “Chứng thư gốc của cơ quan”.",
  ],
  [/ETLS/, "Máy chủ thư không mã hóa được đường truyền ở cổng này; hãy xem lại cổng và ô “Mã hóa”."],
  [/ECONNREFUSED|ENOTFOUND|EDNS/, "Không có máy chủ thư ở địa chỉ và cổng đã điền."],
];

/** Whether the mail server lets us in; nothing is sent. */
export async function checkServer(call: AccountCall): Promise<AccountCheck> {
  const saved = await call.credentials.read();
  const wrong = wronglyFilled((saved ?? {}) as Record<string, string>);
  if (wrong) return { ok: false, ...wrong, final: false };
  try {
    const { way, barred } = await enterServer(call, await pressWayIn(call));
    way.close();
    if (!barred) return { ok: true, name: null, expiresAt: null };
    return barred.as === "locked-out"
      ? {
          ok: false,
          why: `Máy chủ thư không cho đăng nhập${barred.said ? ` (mã ${barred.said})` : ""}; hãy xem lại tên đăng nhập, mật khẩu hoặc mã.`,
          final: true,
        }
      : {
          ok: false,
          why:
            troubles.find(([code]) => code.test(barred.said))?.[1] ??
            `Máy chủ thư chưa trả lời được (${barred.said || "mất kết nối"}).`,
          final: false,
        };
  } catch (error) {
    if (error instanceof NotLetIn) {
      const { result } = error;
      return { ok: false, why: "why" in result ? result.why : "", final: result.outcome === "reauth" };
    }
    if (!(error instanceof OutgoingRefused)) throw error;
    const why =
      "Máy chủ thư nằm trong mạng nội bộ; người quản trị máy chủ phải cho phép (CHANNELS_ALLOW_HOSTS).";
    return { ok: false, why, final: false };
  }
}
