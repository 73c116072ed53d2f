import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { whoWrites } from "#ui/local-draft.ts";
import { LinkButton } from "#ui/navigation.tsx";
import { useTextsOnThisMachine } from "./text-on-this-machine.ts";

/** Where the workspace cannot be reached: what this machine keeps, and the way to it; `address` is what was asked for. */
export function GoOnWithoutNetwork({ address }: { address: string }) {
  const [who] = useState(whoWrites);
  const { texts } = useTextsOnThisMachine(who?.id ?? null);
  const asked = texts?.find(({ id }) => address.startsWith(`/noi-dung/${id}`));
  return (
    <Stack align="flex-start" mt="md" gap="sm">
      {asked && (
        <>
          <Text>Máy này còn giữ phần bạn đang viết của bài này.</Text>
          <LinkButton to={`/viet-tam?bai=${asked.id}`}>Viết tiếp bài này</LinkButton>
        </>
      )}
      <LinkButton to="/viet-tam" variant="default">
        Viết khi mất mạng
      </LinkButton>
    </Stack>
  );
}
