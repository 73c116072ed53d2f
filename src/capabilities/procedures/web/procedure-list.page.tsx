import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { DataTable, type TableFilter } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { levelLabels, serviceLevelLabels } from "../procedure-record.ts";
import { requirementLabels } from "../procedure-requirements.ts";
import { stateLabels } from "../procedure-state.ts";
import { api, type ProcedureRow } from "./api.ts";
import { BookletDialog } from "./notice-sheets/booklet-dialog.tsx";
import { missingInWords, stateTone } from "./words.ts";

const filtersOf = (rows: ProcedureRow[]): TableFilter<ProcedureRow>[] => {
  const fields = [...new Set(rows.map(({ field }) => field).filter(Boolean))];
  return [
    {
      key: "linh-vuc",
      label: "Lĩnh vực",
      options: fields
        .toSorted((a, b) => a.localeCompare(b, "vi"))
        .map((field) => ({ value: field, label: field })),
      matches: ({ field }, value) => field === value,
    },
    {
      key: "cap",
      label: "Cấp thực hiện",
      options: optionsOf(levelLabels),
      matches: ({ level }, value) => level === value,
    },
    {
      key: "truc-tuyen",
      label: "Dịch vụ công trực tuyến",
      options: [...optionsOf(serviceLevelLabels), { value: "chua-ro", label: "Chưa ghi" }],
      matches: ({ serviceLevel }, value) => (serviceLevel ?? "chua-ro") === value,
    },
    {
      key: "trang-thai",
      label: "Trạng thái",
      options: optionsOf(stateLabels),
      matches: ({ state }, value) => state === value,
    },
    {
      key: "thieu",
      label: "Còn thiếu",
      options: [{ value: "co", label: "Có mục còn thiếu" }, ...optionsOf(requirementLabels)],
      matches: ({ missing }, value) =>
        value === "co" ? missing.length > 0 : missing.some((key) => key === value),
    },
    {
      key: "bieu-mau",
      label: "Tệp biểu mẫu",
      options: [
        { value: "thieu", label: "Có biểu mẫu chưa có tệp" },
        { value: "du", label: "Không thiếu tệp" },
      ],
      matches: ({ missingForms }, value) => missingForms > 0 === (value === "thieu"),
    },
  ];
};

/** The register of procedures: what the agency carries out, in which version, and what a record lacks. */
export default function ProcedureListPage() {
  const procedures = useQuery(api.procedures.list.queryOptions({ input: {} }));
  const may = procedures.data?.may;
  const go = useGo();
  const [printing, book] = useDisclosure(false);
  const add = () => go("/thu-tuc/moi");
  return (
    <Page
      title="Thủ tục hành chính"
      lead="Sổ thủ tục của cơ quan; mỗi lần thay đổi là một bản mới, bản cũ giữ nguyên cho hồ sơ đã nộp."
      actions={
        <>
          <MayButton may={may} verb="save" hideReason onClick={add}>
            Ghi thủ tục
          </MayButton>
          <LinkButton to="/thu-tuc/su-kien" variant="default">
            Sự kiện để tìm thủ tục
          </LinkButton>
          <LinkButton to="/thu-tuc/nhap" variant="default">
            Nhập danh mục
          </LinkButton>
          <MayButton may={may} verb="print" variant="default" hideReason onClick={book.open}>
            Sổ tay (.pdf)
          </MayButton>
        </>
      }
    >
      <Asked query={procedures}>
        {({ procedures: rows }) => (
          <>
            <BookletDialog rows={rows} opened={printing} onClose={book.close} />
            <DataTable
              caption="Sổ thủ tục hành chính"
              rows={rows}
              rowKey={({ id }) => id}
              searchText={({ code, name, field, keywords }) => [code, name, field, ...keywords].join(" ")}
              filters={filtersOf(rows)}
              columns={[
                {
                  key: "ten",
                  header: "Thủ tục",
                  sortBy: ({ name }) => name,
                  cell: ({ id, code, name, missing, missingForms }) => (
                    <>
                      <LinkText to="/thu-tuc/$id" params={{ id }} fw={600}>
                        {name}
                      </LinkText>
                      <Text size="xs" c="gray.7">
                        {code}
                      </Text>
                      {missing.length > 0 && (
                        <Text size="xs" c="red.8">
                          {missingInWords(missing)}
                        </Text>
                      )}
                      {missingForms > 0 && (
                        <Text size="xs" c="red.8">
                          {missingForms} biểu mẫu chưa có tệp
                        </Text>
                      )}
                    </>
                  ),
                },
                {
                  key: "linh-vuc",
                  header: "Lĩnh vực",
                  sortBy: ({ field }) => field,
                  cell: ({ field }) => field || "Chưa ghi",
                },
                {
                  key: "cap",
                  header: "Cấp",
                  sortBy: ({ level }) => (level === null ? "" : levelLabels[level]),
                  cell: ({ level }) => (level === null ? "Chưa ghi" : levelLabels[level]),
                },
                {
                  key: "truc-tuyen",
                  header: "Trực tuyến",
                  sortBy: ({ serviceLevel }) => serviceLevel ?? "",
                  cell: ({ serviceLevel }) =>
                    serviceLevel === null ? "Chưa ghi" : serviceLevelLabels[serviceLevel],
                },
                {
                  key: "trang-thai",
                  header: "Trạng thái",
                  sortBy: ({ state }) => state,
                  cell: ({ state, repealedOn }) => (
                    <>
                      <StateBadge tone={stateTone[state]} word={stateLabels[state]} />
                      {repealedOn && (
                        <Text size="xs" c="gray.7">
                          từ <DayText day={repealedOn} />
                        </Text>
                      )}
                    </>
                  ),
                },
                {
                  key: "ban",
                  header: "Bản đang dùng",
                  sortBy: ({ updatedAt }) => updatedAt,
                  cell: ({ version, validFrom }) => (
                    <>
                      Bản {version}, từ <DayText day={validFrom} />
                    </>
                  ),
                },
              ]}
              empty={
                <EmptyState
                  title="Sổ chưa có thủ tục nào"
                  why="Ghi thủ tục để người dân tra được giấy tờ, nơi nộp, thời hạn và phí trên cổng, và để theo dõi nơi nào chưa công khai bản mới."
                  action={
                    <MayButton may={may} verb="save" onClick={add}>
                      Ghi thủ tục đầu tiên
                    </MayButton>
                  }
                />
              }
            />
          </>
        )}
      </Asked>
    </Page>
  );
}
