import { Button, Checkbox, CopyButton, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";

/** The recovery codes, this once: to print or copy; goes on only once the person says that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const [kept, setKept] = useState(false);
  return (
    <Stack>
      <Text size="sm">
        Mỗi mã dùng một lần thay cho điện thoại, khi mất máy hoặc để quên. Hãy in ra hoặc chép vào nơi chỉ bạn
        mở được; đóng ô này rồi thì không xem lại được.
      </Text>
      <div className="print-alone">
        <Title order={3} size="h5" mb="xs">
          Mã dự phòng đăng nhập Gần Dân
        </Title>
        <SimpleGrid
          component="ul"
          cols={{ base: 1, xs: 2 }}
          spacing={4}
          verticalSpacing={4}
          m={0}
          p={0}
          style={{ listStyle: "none" }}
        >
          {codes.map((code) => (
            <Text component="li" key={code} ff="monospace">
              {code}
            </Text>
          ))}
        </SimpleGrid>
      </div>
      <Group gap="xs">
        <CopyButton value={codes.join("\n")} timeout={4000}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} autoFocus>
              {copied ? "Đã chép" : "Chép các mã"}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => globalThis.print()}>
          In các mã
        </Button>
      </Group>
      <Checkbox
        label="Tôi đã cất các mã này ở nơi an toàn"
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button disabled={!kept} onClick={onKept} w="fit-content">
        Xong
      </Button>
    </Stack>
  );
}
