import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api } from "../api.ts";
import { forceDays, forceTone, forceWords } from "../words.ts";

/** What other agencies share of their registers, to be read only; nothing until one does. */
export function ReceivedDocuments() {
  const rows = useQuery(api.documents.receivedDocuments.queryOptions()).data?.documents ?? [];
  if (rows.length === 0) return null;
  return (
    <Stack component="section" aria-labelledby="duoc-chia-se" gap="xs">
      <Title order={2} size="h3" id="duoc-chia-se">
        Cơ quan khác chia sẻ
      </Title>
      <Text size="sm">Chỉ để đọc; cơ quan chia sẻ giữ và sửa văn bản trong sổ của họ.</Text>
      <DataTable
        caption="Văn bản do cơ quan khác chia sẻ"
        rows={rows}
        rowKey={({ from, number, type, issuedOn, issuer, abstract }) =>
          JSON.stringify([from, number, type, issuedOn, issuer, abstract])
        }
        columns={[
          {
            key: "so",
            header: "Số, ký hiệu",
            cell: ({ number, url }) =>
              url === null ? <Text fw={600}>{number}</Text> : <Anchor href={url}>{number}</Anchor>,
          },
          { key: "nguon", header: "Sổ của", cell: ({ from }) => from },
          { key: "loai", header: "Loại", cell: ({ type }) => type },
          {
            key: "ngay",
            header: "Ngày",
            cell: ({ issuedOn }) => (issuedOn === null ? "Chưa rõ" : <DayText day={issuedOn} />),
          },
          { key: "co-quan", header: "Cơ quan ban hành", cell: ({ issuer, from }) => issuer ?? from },
          { key: "trich-yeu", header: "Trích yếu", cell: ({ abstract }) => abstract },
          {
            key: "hieu-luc",
            header: "Hiệu lực",
            cell: ({ force, replacedBy, ...days }) =>
              force && (
                <>
                  <StateBadge tone={forceTone[force]} word={forceWords[force]} />
                  <Text size="xs" c="gray.7">
                    {forceDays(days)}
                    {replacedBy !== null && ` Thay bằng ${replacedBy}`}
                  </Text>
                </>
              ),
          },
        ]}
      />
    </Stack>
  );
}
