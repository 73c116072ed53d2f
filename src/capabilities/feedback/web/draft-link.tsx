import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";

/** The way to a draft of the newsroom, and what became of it. */
export function DraftLink({
  draft: { id, stateWord, publishedAt },
  children,
}: {
  draft: { id: string; stateWord: string; publishedAt: string | null };
  children: ReactNode;
}) {
  return (
    <Text size="sm">
      <LinkText inherit underline="always" to="/noi-dung/$id" params={{ id }}>
        {children}
      </LinkText>
      : {stateWord}
      {publishedAt && (
        <>
          {" "}
          (lên cổng <MomentText at={publishedAt} />)
        </>
      )}
    </Text>
  );
}
