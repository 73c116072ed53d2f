import { Anchor, Box, Center, Group, Image, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import mark from "../mark.svg";

/** The frame of the screens before signing in. */
export function DoorFrame({
  title,
  lead,
  width = "26rem",
  children,
}: {
  title: string;
  lead?: ReactNode;
  width?: string;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Gần Dân`;
  }, [title]);
  return (
    <Center component="main" mih="100dvh" px="md" py="xl" bg="gray.0">
      <Stack w="100%" maw={width} gap="lg">
        <Group gap="sm" wrap="nowrap">
          <Image src={mark} alt="" w={40} h={40} flex="none" />
          <Box>
            <Text fw={600} fz="lg" lh={1.3}>
              Gần Dân
            </Text>
            <Text size="sm" c="gray.7" lh={1.4}>
              Tuyên truyền cải cách hành chính, từ kế hoạch đến báo cáo
            </Text>
          </Box>
        </Group>
        <Paper withBorder p={{ base: "md", xs: "xl" }}>
          <Stack>
            <Title order={1}>{title}</Title>
            {lead && <Box c="gray.8">{lead}</Box>}
            {children}
          </Stack>
        </Paper>
        <Anchor href="/" size="sm">
          Xem cổng thông tin công khai
        </Anchor>
      </Stack>
    </Center>
  );
}
