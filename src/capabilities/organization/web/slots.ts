import type { ComponentType } from "react";

/**
 * Places of these screens that a capability above may fill: what stands in the name of somebody who leaves, and how
 * units are merged, split and renamed.
 */
export const slots: {
  workInName: ComponentType<{ personId: string }> | null;
  unitChanges: ComponentType | null;
} = { workInName: null, unitChanges: null };
