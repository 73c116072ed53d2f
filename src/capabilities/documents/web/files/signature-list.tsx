import { Group, List, Stack, Text } from "@mantine/core";
import {
  type FoundSignatures,
  type SignatureState,
  stateWords,
} from "#platform/official-document/signatures/signature-state.ts";
import { MomentText } from "#ui/date-text.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";

const tones: Record<SignatureState, StateTone> = {
  trusted: "approved",
  unverified: "waiting",
  weak: "failed",
  changed: "failed",
  broken: "failed",
};

/** What was found of the signatures of a PDF, one by one. */
export function SignatureList({ found }: { found: FoundSignatures }) {
  if (found.unreadable !== null)
    return <Text size="sm">Không kiểm tra được chữ ký số: {found.unreadable}</Text>;
  if (found.signatures.length === 0) return <Text size="sm">Tệp không có chữ ký số.</Text>;
  return (
    <List listStyleType="none" spacing="xs">
      {found.signatures.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no other name than their place
        <List.Item key={index}>
          <Stack gap={2}>
            <Group gap="xs">
              <StateBadge tone={tones[one.state]} word={stateWords[one.state]} />
              <Text size="sm" fw={600}>
                {one.kind === "stamp" ? "Dấu thời gian" : (one.name ?? "Không rõ người ký")}
              </Text>
            </Group>
            {one.why !== null && <Text size="sm">{one.why}</Text>}
            <Text size="sm" c="gray.8" style={{ overflowWrap: "anywhere" }}>
              {[
                one.kind === "stamp" ? one.name : one.organization,
                one.issuer && `chứng thư do ${one.issuer} cấp`,
                one.signedAfter > 0 && `sau đó có thêm ${one.signedAfter} chữ ký`,
              ]
                .filter(Boolean)
                .join("; ")}
            </Text>
            {one.signedAt !== null && (
              <Text size="sm" c="gray.8">
                Ký lúc <MomentText at={one.signedAt} />
                {one.timeProven ? ", có dấu thời gian tin cậy" : ", theo đồng hồ máy của người ký"}
              </Text>
            )}
          </Stack>
        </List.Item>
      ))}
    </List>
  );
}
