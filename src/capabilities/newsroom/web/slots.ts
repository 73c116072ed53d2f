import type { ComponentType } from "react";

/** Places of these screens that a capability above may fill: to which channels a text goes out, and where it stands. */
export const slots: {
  contentDeliveries: ComponentType<{
    itemId: string;
    /** Whether the text is still to become public, is so, or will not be any more. */
    standing: "ahead" | "public" | "over";
  }> | null;
} = { contentDeliveries: null };
