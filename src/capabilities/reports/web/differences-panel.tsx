import { Button, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { api } from "./api.ts";

const changeWords = { added: "Thêm", removed: "Không còn", changed: "Đã sửa" } as const;
const kindWords = {
  content: "sản phẩm",
  evidence: "minh chứng",
  task: "nhiệm vụ",
  obligation: "nội dung phải thực hiện",
} as const;

/** On request: what today's data says otherwise than the frozen figures. */
export function DifferencesPanel({ id }: { id: string }) {
  const [asked, setAsked] = useState(false);
  const query = useQuery(api.reports.differences.queryOptions({ input: { id }, enabled: asked }));
  if (!asked)
    return (
      <Button variant="default" w="fit-content" onClick={() => setAsked(true)}>
        So với dữ liệu hiện nay
      </Button>
    );
  return (
    <Asked query={query}>
      {({ figures, rows }) =>
        figures.length === 0 && rows.length === 0 ? (
          <Text role="status">Dữ liệu hiện nay khớp hoàn toàn với số liệu đã chốt.</Text>
        ) : (
          <Stack gap="xs" role="status">
            <Text fw={600}>Dữ liệu hiện nay khác số liệu đã chốt:</Text>
            <List size="sm">
              {figures.map(({ key, label, frozen, now }) => (
                <List.Item key={key}>
                  {label}: đã chốt {frozen ?? "không có"}, hiện nay {now ?? "không có"}
                </List.Item>
              ))}
              {rows.map(({ kind, id: rowId, label, change }) => (
                <List.Item key={`${kind} ${rowId}`}>
                  {changeWords[change]} {kindWords[kind]}: {label}
                </List.Item>
              ))}
            </List>
          </Stack>
        )
      }
    </Asked>
  );
}
