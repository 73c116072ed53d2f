import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { rankInWords, scoreInWords, views } from "../index-kind.ts";
import { rankLines, scoreLines } from "../series.ts";
import { api, type Index } from "./api.ts";
import { ComponentList } from "./component-list.tsx";
import { IndexForm } from "./index-form.tsx";
import { OnPortal } from "./on-portal.tsx";
import { ResultTable } from "./result-table.tsx";
import { SeriesChart } from "./series-chart.tsx";
import { TargetList } from "./target-list.tsx";
import { useKeepIndex } from "./use-keep-index.ts";

/** One index: its results over the years, what was set, and what serves its components. */
export default function OneIndexPage() {
  const id = useParam("chi-so");
  const found = useQuery(api.indices.index.queryOptions({ input: { id } }));
  const keep = useKeepIndex();
  const [changing, change] = useDisclosure();
  const one = found.data;
  return (
    <Page
      title={one?.shortName ?? "Chỉ số"}
      crumbs={[{ label: "Chỉ số", to: "/chi-so" }]}
      lead={one && `${one.name}. ${views[one.view]} đánh giá; ${one.publisher} công bố.`}
      actions={
        <>
          {one && <OnPortal index={one} />}
          <MayButton may={one?.may} verb="save" hideReason variant="default" onClick={change.open}>
            Sửa chỉ số
          </MayButton>
        </>
      }
    >
      <Asked query={found}>
        {(index) => (
          <>
            {index.note && <Text>{index.note}</Text>}
            <Charts index={index} />
            <ResultTable index={index} />
            <TargetList index={index} />
            <ComponentList index={index} />
            <IndexForm
              one={index}
              opened={changing}
              onClose={change.close}
              onDone={(answer) => {
                keep(answer);
                sayDone("Đã ghi chỉ số.");
              }}
            />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Charts({ index }: { index: Index }) {
  const whole = index.results.filter(({ componentId }) => componentId === null);
  const nameOf = (entityId: string) => index.entities.find(({ id }) => id === entityId)?.name ?? "";
  const scores = scoreLines(whole, index.breaks);
  const ranks = rankLines(whole, index.breaks);
  if (scores.length + ranks.length === 0) return null;
  return (
    <>
      {scores.length > 0 && (
        <Section id="diem-qua-cac-nam" title="Điểm qua các năm">
          <SeriesChart
            lines={scores}
            nameOf={nameOf}
            best="high"
            valueInWords={(value) => scoreInWords(String(value), index.unit)}
            caption="Trục điểm không bắt đầu từ 0."
          />
        </Section>
      )}
      {ranks.map(({ ranked, lines }) => (
        <Section key={ranked} id={`hang-tren-${ranked}`} title={`Hạng trên ${ranked} đơn vị`}>
          <SeriesChart
            lines={lines}
            nameOf={nameOf}
            best="low"
            valueInWords={(value) => rankInWords(value, null).replace("thứ ", "")}
            caption="Hạng 1 ở trên cùng; hạng trên tổng số khác là biểu đồ khác."
          />
        </Section>
      ))}
    </>
  );
}
