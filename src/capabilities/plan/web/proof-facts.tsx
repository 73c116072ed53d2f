import { Anchor, Group, Text } from "@mantine/core";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { LinkText } from "#ui/navigation.tsx";
import type { PlanView } from "./api.ts";

type Proof = PlanView["evidence"][number];

/** One proof: where it can be seen, its files, its day, who stated it. */
export function ProofFacts({ proof }: { proof: Proof }) {
  const { label, url, at, recordedBy, source, sourceId, files, taskIds, obligationIds } = proof;
  const others = taskIds.length + obligationIds.length;
  return (
    <>
      {url ? <Anchor href={url}>{label}</Anchor> : <Text span>{label}</Text>}
      {files.length > 0 && (
        <Group gap="xs" component="span">
          {files.map((file) => (
            <Anchor
              key={file.id}
              href={`/evidence-files/${file.id}`}
              size="sm"
              target={file.contentType.startsWith("image/") ? "_blank" : undefined}
            >
              {file.fileName} ({sizeInWords(file.bytes)})
            </Anchor>
          ))}
        </Group>
      )}
      <Text size="sm" c="gray.7">
        {formatDate(toVietnamDate(at))} · {recordedBy}
        {source === "newsroom" && " · tin, bài trên cổng"}
        {source === "good-practice" && (
          <>
            {" · "}
            <LinkText to="/mo-hinh-sang-kien/$id" params={{ id: sourceId }}>
              trong sổ mô hình, sáng kiến
            </LinkText>
          </>
        )}
        {source === "procedure-decision" && (
          <>
            {" · "}
            <LinkText to="/cong-khai-thu-tuc/quyet-dinh/$id" params={{ id: sourceId }}>
              quyết định công bố thủ tục
            </LinkText>
          </>
        )}
        {others > 1 && ` · phục vụ ${taskIds.length} nhiệm vụ, ${obligationIds.length} nghĩa vụ`}
      </Text>
    </>
  );
}
