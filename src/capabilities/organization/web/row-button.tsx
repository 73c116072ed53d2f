import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";

/** What opens a row of a table: the row's name, written out in full. */
export const RowButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <UnstyledButton
    onClick={onClick}
    fw={600}
    c="civicRed.8"
    fz="inherit"
    ta="left"
    td="underline"
    style={{ overflowWrap: "anywhere", textUnderlineOffset: 3, textDecorationThickness: 1 }}
  >
    {children}
  </UnstyledButton>
);
