/** Code of the refusal that asks for the password anew; the same call may be repeated after that. */
export const CONFIRM_IDENTITY = "CONFIRM_IDENTITY";
