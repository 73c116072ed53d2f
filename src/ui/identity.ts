let ask: (() => Promise<boolean>) | null = null;
let asking: Promise<boolean> | null = null;

/** Says who asks a person for the password again; gives what ends it. One part of the screen at a time. */
export function onIdentityAsked(asker: () => Promise<boolean>): () => void {
  ask = asker;
  return () => {
    if (ask === asker) ask = null;
  };
}

/** Asks the person to prove again who it is; acts that wait together are asked for once. False: given up. */
export function provedIdentity(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = null;
  });
  return asking;
}
