import { Anchor, Button, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "../api.ts";
import { currentMonth } from "./overview.page.tsx";

const PAGE = 100;

/** The rows behind one number of the overview. */
export default function FigurePage() {
  const [{ ky, so }] = useFilters({ ky: currentMonth(), so: "obligations.with-evidence" });
  const [shown, setShown] = useState(PAGE);
  const found = useQuery(api.reports.overviewRows.queryOptions({ input: { period: ky, key: so } }));
  return (
    <Page
      title={found.data?.figure.label ?? "Các dòng đứng sau số liệu"}
      crumbs={[{ label: "Tổng quan lãnh đạo", to: "/tong-quan-lanh-dao" }]}
      lead={found.data && `${found.data.periodLabel}: ${found.data.figure.words}`}
    >
      <Asked query={found}>
        {({ rows }) => (
          <Stack>
            {rows.length === 0 && <Text>Chưa có dòng nào.</Text>}
            <List spacing="xs" style={{ overflowWrap: "anywhere" }}>
              {rows.slice(0, shown).map(({ id, label, detail, url }) => (
                <List.Item key={id}>
                  {url === null ? (
                    label
                  ) : (
                    <Anchor href={url} underline="always">
                      {label}
                    </Anchor>
                  )}
                  {detail !== "" && (
                    <Text size="sm" c="gray.7">
                      {detail}
                    </Text>
                  )}
                </List.Item>
              ))}
            </List>
            {rows.length > shown && (
              <Button variant="default" w="fit-content" onClick={() => setShown(shown + PAGE)}>
                Xem thêm, còn {(rows.length - shown).toLocaleString("vi-VN")} dòng
              </Button>
            )}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
