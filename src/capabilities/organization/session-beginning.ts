/** How a session began. */
export type SignedInBy = "password" | "password-and-code" | "passkey" | "provider" | "provider-and-factor";

/** Those that proved more than one thing: a password or an account elsewhere alone is one. */
export const twoFactors: readonly SignedInBy[] = ["password-and-code", "passkey", "provider-and-factor"];
