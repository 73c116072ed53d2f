import { createTransport } from "nodemailer";

/**
 * The way to the mail server of SMTP_URL. `from` and what else nodemailer knows (requireTLS=true) stand behind the
 * question mark. Certificates are always checked; those of NODE_EXTRA_CA_CERTS are trusted as well.
 */
export const mailTransport = (smtpUrl: string) =>
  createTransport(smtpUrl, { from: new URL(smtpUrl).searchParams.get("from") ?? undefined });
