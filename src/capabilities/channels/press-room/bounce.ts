/** Why a letter came back: the address is not there, it could not be delivered for now, or somebody called it unwanted. */
export type BounceKind = "hard" | "soft" | "complaint";
export type BounceSource = "upload" | "mailbox";
