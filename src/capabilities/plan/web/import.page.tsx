import { Alert, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api, type ImportView } from "./api.ts";
import { Preview } from "./preview/preview.tsx";

/** What was read out of a document, beside the document's own words; corrected, then confirmed. */
export default function ImportPage() {
  const id = useParam("id");
  const go = useGo();
  const found = useQuery(
    api.plan.getImport.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <Page
      title="Xem trước kế hoạch"
      crumbs={[{ label: "Kế hoạch", to: "/ke-hoach" }]}
      lead="Chưa có gì được ghi vào kế hoạch. Chọn một mục để thấy chỗ của nó trong văn bản gốc, sửa chỗ chưa đúng rồi xác nhận."
    >
      <Asked query={found}>
        {(data) =>
          data.planId ? (
            <Alert color="green" variant="light" title="Bản xem trước này đã được xác nhận">
              <Button onClick={() => go(`/ke-hoach/${data.planId}`)}>Mở kế hoạch</Button>
            </Alert>
          ) : (
            <Preview key={data.id} found={data as ImportView} />
          )
        }
      </Asked>
    </Page>
  );
}
