import type { ComponentType } from "react";

/** Places of these screens that a capability above may fill: what stands in the name of somebody who leaves. */
export const slots: { workInName: ComponentType<{ personId: string }> | null } = { workInName: null };
