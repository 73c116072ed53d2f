interface MailError {
  message: string;
  responseCode?: number;
  syscall?: string;
  code?: string;
}

/** What is wrong with the certificate of the mail server, by the words that OpenSSL and Node have for it. */
const certificateTroubles: [told: RegExp, words: string][] = [
  [
    /self-signed certificate|unable to verify|unable to get (?:local )?issuer/i,
    "Chứng thư của máy chủ thư không do nơi đáng tin cấp. Nếu cơ quan tự cấp chứng thư, đặt NODE_EXTRA_CA_CERTS là tệp chứng thư gốc (PEM) rồi khởi động lại",
  ],
  [/certificate has expired/i, "Chứng thư của máy chủ thư đã hết hạn"],
  [
    /altnames|does not match certificate/i,
    "Chứng thư của máy chủ thư mang tên khác; sửa tên máy chủ trong SMTP_URL cho đúng tên trong chứng thư",
  ],
];

const certificateTrouble = ({ message }: MailError): string | undefined =>
  certificateTroubles.find(([told]) => told.test(message))?.[1];

const isUnreached = ({ syscall, code }: MailError): boolean =>
  syscall === "connect" || syscall === "getaddrinfo" || code === "EDNS";

/**
 * What a failure means for the mail. An answer of the server (4xx, 5xx) says that it did not take it; a connection
 * that never came about, or whose certificate was not trusted, did not hand it over. After anything else the server
 * may have it: never sent again blindly.
 */
export function outcomeOf(error: MailError): "refused" | "pending" | "unknown" {
  if (error.responseCode !== undefined) return error.responseCode >= 500 ? "refused" : "pending";
  const notHandedOver =
    isUnreached(error) || error.code === "EAUTH" || error.code === "ETLS" || certificateTrouble(error);
  return notHandedOver ? "pending" : "unknown";
}

/** The failure in words for the person at the server, with the mail server's own after them. */
export function mailTrouble(error: MailError): string {
  const words =
    certificateTrouble(error) ??
    (error.code === "EAUTH"
      ? "Máy chủ thư không nhận tài khoản hoặc mật khẩu trong SMTP_URL"
      : error.code === "ETLS"
        ? "Máy chủ thư không mã hóa được đường truyền (STARTTLS)"
        : isUnreached(error)
          ? "Không nối được với máy chủ thư trong SMTP_URL"
          : "Máy chủ thư không nhận");
  return `${words} (${error.message})`.slice(0, 500);
}
