import { drizzleAdapter } from "@better-auth/drizzle-adapter";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Config } from "#platform/config/config.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import type { Database } from "#platform/database/database.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./passwords/password-rule.ts";
import { enterByProvider } from "./provider/enter-by-provider.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";
import {
  authAccount,
  authPasskey,
  authSession,
  authTwoFactor,
  authUser,
  authVerification,
} from "./tables.ts";

/** A session lives at most this long, in seconds. */
export const LONGEST_SESSION = 12 * 60 * 60;
/** Between the right password and the second factor, in seconds. */
export const STEP_SECONDS = 10 * 60;
/** A passkey is asked for and shown within this time, in seconds. */
export const CHALLENGE_SECONDS = 5 * 60;
/** Under which header the keeper is told the caller's address. */
export const CALLER_HEADER = "x-gandan-caller";
/** A recovery link works once, for this long. */
export const RECOVERY_MINUTES = 30;

function held(asked: boolean | undefined): void {
  if (!asked) throw new APIError("UNAUTHORIZED", { message: "The device did not verify its user." });
}

/**
 * The keeper of accounts: e-mail and password, sessions, one-time links. Signing up is closed: accounts come from
 * the first set-up and from administrators. `mailLink` is told of a link to send.
 */
export function createAccounts(
  database: Database,
  config: Config,
  mailLink: (recipient: { email: string; name: string }, token: string) => Promise<void> = async () => {},
) {
  return betterAuth({
    appName: "Gần Dân",
    secret: readSecrets(config.secretFile).auth,
    baseURL: config.baseUrl ?? `http://localhost:${config.port}`,
    basePath: "/api/auth",
    database: drizzleAdapter(database, {
      provider: "pg",
      schema: {
        user: authUser,
        session: authSession,
        account: authAccount,
        verification: authVerification,
        twoFactor: authTwoFactor,
        passkey: authPasskey,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RECOVERY_MINUTES * 60,
      sendResetPassword: ({ user, token }) => mailLink(user, token),
    },
    session: { expiresIn: LONGEST_SESSION, disableSessionRefresh: true },
    plugins: [
      passkey({
        rpName: "Gần Dân",
        // Bound to the public address; without one, to this machine's own name.
        ...(config.baseUrl && {
          rpID: new URL(config.baseUrl).hostname,
          origin: new URL(config.baseUrl).origin,
        }),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        advanced: { webAuthnChallengeCookie: "challenge" },
        // It stands for both factors only where the device has asked who holds it.
        registration: {
          afterVerification: ({ verification }) => held(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => held(verification.authenticationInfo.userVerified),
        },
      }),
      enterByProvider(STEP_SECONDS),
      twoFactor({
        issuer: "Gần Dân",
        twoFactorCookieMaxAge: STEP_SECONDS,
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
        // Wrong codes are counted together with wrong passwords: one lock, lifted in one place.
        accountLockout: { enabled: false },
      }),
    ],
    // Lock-out counts failures in the database, for accounts and addresses alike: see sign-in.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "gandan",
      // Written by sign-in.ts alone, over whatever the client claims.
      ipAddress: { ipAddressHeaders: [CALLER_HEADER], ipv6Subnet: 128 },
      // Its cookies stay inside the process: what the browser is given is written in session-cookie.ts.
      useSecureCookies: false,
      // The origin is checked for every request under /api, before it comes here.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}
