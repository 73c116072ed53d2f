import { SegmentedControl } from "@mantine/core";
import { EmptyState } from "#ui/empty-state.tsx";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { TipTable } from "./tip-table.tsx";

/** What one has sent, or one's unit has, and what became of it. */
export default function SentTipsPage() {
  const [{ cua }, narrow] = useFilters({ cua: "" });
  const send = <LinkButton to="/gui-tin">Gửi tin</LinkButton>;
  return (
    <Page
      title="Tin đã gửi"
      lead="Mỗi tin nay ra sao: đã nhận, đã thành bài, gộp với tin khác hay không dùng vì sao."
      actions={send}
    >
      <SegmentedControl
        aria-label="Tin của ai"
        w="fit-content"
        data={[
          { value: "", label: "Của tôi" },
          { value: "don-vi", label: "Cả đơn vị" },
        ]}
        value={cua}
        onChange={(value) => narrow({ cua: value })}
      />
      <TipTable
        filter={{ mine: cua === "" || undefined }}
        empty={
          <EmptyState
            title="Chưa gửi tin nào"
            why="Kết quả, cách làm hay, sáng kiến, khó khăn hay vài tấm ảnh: gửi vài chữ, biên tập viết thành bài."
            action={send}
          />
        }
      />
    </Page>
  );
}
