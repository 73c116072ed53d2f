import { Paper, Stack, Text, Title } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { MomentText } from "../date-text.tsx";
import { Asked } from "../loading.tsx";
import { type MayAnswer, MayButton } from "../may-button.tsx";
import { StateBadge } from "../state-badge.tsx";

/** What was imported once; moments as the API tells them. */
export interface MadeImport {
  id: string;
  fileName: string;
  importedAt: string;
  importedByName: string;
  undoneAt: string | null;
  undoneByName: string | null;
  left: number;
}

/** What was imported, the newest first, each to be taken back whole; `left` tells how much of one is still there. */
export function ImportList<Made extends MadeImport>({
  query,
  left,
  verb = "manage",
  onUndo,
}: {
  query: UseQueryResult<{ imports: Made[]; may: MayAnswer }>;
  left: (made: Made) => string;
  /** The right by which one is taken back. */
  verb?: string;
  onUndo: (made: Made) => void;
}) {
  return (
    <Stack gap="sm" component="section" aria-labelledby="cac-lan-nhap">
      <Title order={2} size="h4" id="cac-lan-nhap">
        Các lần đã nhập
      </Title>
      <Asked query={query}>
        {({ imports, may }) =>
          imports.length === 0 ? (
            <Text size="sm">Chưa nhập lần nào.</Text>
          ) : (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
              {imports.map((row) => (
                <Paper key={row.id} component="li" withBorder p="sm">
                  <Stack gap={4} align="flex-start">
                    <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                      {row.fileName}
                    </Text>
                    <Text size="sm" c="gray.7">
                      {row.importedByName} nhập lúc <MomentText at={row.importedAt} />
                      {row.undoneAt === null && ` · ${left(row)}`}
                    </Text>
                    {row.undoneAt ? (
                      <>
                        <StateBadge tone="withdrawn" word="Đã lấy lại" />
                        <Text size="sm" c="gray.7">
                          {row.undoneByName}, <MomentText at={row.undoneAt} />
                        </Text>
                      </>
                    ) : (
                      <MayButton
                        may={may}
                        verb={verb}
                        variant="default"
                        size="xs"
                        hideReason
                        onClick={() => onUndo(row)}
                      >
                        Lấy lại cả lần nhập
                      </MayButton>
                    )}
                  </Stack>
                </Paper>
              ))}
            </Stack>
          )
        }
      </Asked>
    </Stack>
  );
}
