const place = new EventTarget();

/** A way to be told of `kind`; gives what ends the telling. */
const telling = (kind: string) => (listener: () => void) => {
  place.addEventListener(kind, listener);
  return () => place.removeEventListener(kind, listener);
};

/** A call was answered that nobody is signed in; the shell tells the person. */
export const noticeSignedOut = (): boolean => place.dispatchEvent(new Event("out"));
export const onSignedOut = telling("out");

/** The same person is signed in again: what was refused meanwhile may be tried once more. */
export const noticeSignedIn = (): boolean => place.dispatchEvent(new Event("in"));
export const onSignedIn = telling("in");
