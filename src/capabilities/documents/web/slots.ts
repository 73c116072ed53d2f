import type { ComponentType } from "react";

/** Places of these screens that a capability above may fill: where a document is cited or what it belongs to. */
export const slots: { documentUses: ComponentType<{ documentId: string }> | null } = { documentUses: null };
