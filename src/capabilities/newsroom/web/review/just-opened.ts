import { useEffect, useState } from "react";

/** Longer than an impatient hand clicks on, shorter than anybody reads. */
const FIRST_MS = 2000;

/**
 * Whether a text has only just come under the caller's eyes. The next text opens by itself behind a decision: a click or
 * key that was meant for what stood there before decides nothing.
 */
export function useJustOpened(): boolean {
  const [isNew, setNew] = useState(true);
  useEffect(() => {
    const read = setTimeout(() => setNew(false), FIRST_MS);
    return () => clearTimeout(read);
  }, []);
  return isNew;
}
