import { Alert, Group, Text } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconCloudUpload } from "@tabler/icons-react";
import { LinkButton } from "#ui/navigation.tsx";
import { useTextsOnThisMachine } from "./text-on-this-machine.ts";

/** Says that texts begun without a network still stand on this machine alone. */
export function UnsentTexts({ personId }: { personId: string }) {
  const { online } = useNetwork();
  const { texts } = useTextsOnThisMachine(personId);
  const begun = texts?.filter(({ isNew }) => isNew) ?? [];
  if (!online || begun.length === 0) return null;
  return (
    <Alert color="blue" icon={<IconCloudUpload />} role="status" mb="md" title="Có bài viết lúc mất mạng">
      <Group gap="sm">
        <Text size="sm">{begun.length} bài còn nằm riêng trên máy này, chưa lên Gần Dân.</Text>
        <LinkButton to="/viet-tam" size="sm">
          Xem và đưa lên
        </LinkButton>
      </Group>
    </Alert>
  );
}
