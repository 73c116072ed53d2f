import type { ReactNode } from "react";
import { LinkText } from "#ui/navigation.tsx";

/** A link to an address that the server names, with what follows its question mark. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  const [path = "", query = ""] = to.split("?");
  return (
    <LinkText to={path} search={Object.fromEntries(new URLSearchParams(query))} underline="always">
      {children}
    </LinkText>
  );
}
