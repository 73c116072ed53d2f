import { VisuallyHidden } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { StateBadge } from "#ui/state-badge.tsx";
import { limitedLabel } from "../../contract.ts";

/** Of the agency only some see this text: whoever shows it to others should know. */
export const LimitedBadge = () => <StateBadge tone="limited" word={limitedLabel} />;

/** The same on a card; `small`: the lock alone, its word for who does not see it. */
export const LimitedMark = ({ small = false }: { small?: boolean }) => (
  <span>
    <IconLock size={13} aria-hidden />{" "}
    {small ? <VisuallyHidden>{limitedLabel}</VisuallyHidden> : limitedLabel}
  </span>
);
