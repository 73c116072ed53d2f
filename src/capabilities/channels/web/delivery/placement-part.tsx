import { Anchor, Code, Group, Image, Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { MomentText } from "#ui/date-text.tsx";
import type { DeliveryView } from "../api.ts";
import { CapturesPart } from "./captures-part.tsx";
import { ProofDrop } from "./proof-drop.tsx";

/** Where the text stands, since when, which text it is, and the pictures that prove it. */
export function PlacementPart({ delivery, focused }: { delivery: DeliveryView; focused: boolean }) {
  const { placement, account, may } = delivery;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  if (placement === null) return null;
  const { url, where, placedAt, recordedByName, revisionHash, takenDownAt, proofs, deniedGone } = placement;
  const isOwn = account.way === "own";
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="noi-dang">
      <Stack gap="sm">
        <Title order={2} size="h4" id="noi-dang" ref={heading} tabIndex={-1}>
          Nơi đã đăng
        </Title>
        <Table variant="vertical" style={{ overflowWrap: "anywhere" }}>
          <Table.Tbody>
            {url !== null && (
              <Fact name="Địa chỉ">
                <Anchor href={url} target="_blank" rel="noopener noreferrer">
                  {url}
                  <span className="only-read-aloud"> (mở ở thẻ mới)</span>
                </Anchor>
              </Fact>
            )}
            {where !== null && !where.startsWith("by-hand-") && (
              <Fact name="Nơi nhận, nơi phát">{where}</Fact>
            )}
            <Fact name="Lên lúc">
              <MomentText at={placedAt} />
            </Fact>
            {takenDownAt !== null && (
              <Fact name="Gỡ lúc">
                <MomentText at={takenDownAt} />
              </Fact>
            )}
            {deniedGone !== null && takenDownAt === null && (
              <Fact name="Kênh trả lời">
                {deniedGone.why} {deniedGone.byName} xem và cho biết bài vẫn còn,{" "}
                <MomentText at={deniedGone.at} />.
              </Fact>
            )}
            <Fact name="Người ghi">{recordedByName ?? "Hệ thống"}</Fact>
            <Fact name="Bản đã đăng">
              <Code title={revisionHash}>{revisionHash.slice(0, 12)}</Code>
              {delivery.outdated && " (bản trên cổng nay đã khác)"}
            </Fact>
          </Table.Tbody>
        </Table>
        {url !== null && <CapturesPart id={delivery.id} canAsk={takenDownAt === null} />}
        {!isOwn && (
          <>
            <Title order={3} size="h5">
              Ảnh chụp làm minh chứng
            </Title>
            {proofs.length === 0 && (
              <Text size="sm" c="gray.7">
                Chưa có ảnh chụp. Chụp màn hình bài trên kênh, thấy rõ tên tài khoản và giờ đăng.
              </Text>
            )}
            {proofs.length > 0 && (
              <SimpleGrid cols={{ base: 2, sm: 4 }}>
                {proofs.map(({ id, path, addedAt }, index) => (
                  <Anchor key={id} href={path} target="_blank" rel="noopener" size="sm">
                    <Image
                      src={path}
                      alt=""
                      h={120}
                      fit="cover"
                      radius="sm"
                      style={{ border: "1px solid var(--mantine-color-gray-3)" }}
                    />
                    Ảnh chụp {index + 1}, {formatDateTime(addedAt)}
                    <span className="only-read-aloud"> (mở ở thẻ mới)</span>
                  </Anchor>
                ))}
              </SimpleGrid>
            )}
            {may.prove?.allowed && takenDownAt === null && (
              <Group grow>
                <ProofDrop delivery={delivery} />
              </Group>
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <Table.Tr>
    <Table.Th w={{ base: "7rem", sm: "12rem" }}>{name}</Table.Th>
    <Table.Td>{children}</Table.Td>
  </Table.Tr>
);
