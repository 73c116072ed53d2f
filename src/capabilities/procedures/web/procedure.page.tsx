import { Alert, Anchor, Group, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { formAddress, formFacts } from "../forms/form-file.ts";
import { formsOf } from "../forms/papers-forms.ts";
import { recordKeys } from "../procedure-record.ts";
import { stateLabels } from "../procedure-state.ts";
import { partInWords, partLabels } from "../record-words.ts";
import { api, type ProcedureView } from "./api.ts";
import { ProcedureActs } from "./procedure-acts.tsx";
import { Versions } from "./versions.tsx";
import { missingInWords, stateTone } from "./words.ts";

/** One procedure: what it says now, what it lacks, its former versions, and what can be done with it. */
export default function ProcedurePage() {
  const id = useParam("id");
  const found = useQuery(api.procedures.get.queryOptions({ input: { id } }));
  return <Asked query={found}>{(view) => <Opened key={view.id} view={view} />}</Asked>;
}

function State({ view: { state, stateReason, repealedOn, successor } }: { view: ProcedureView }) {
  if (state === "in-force") return null;
  return (
    <Alert color={state === "paused" ? "yellow" : "gray"} title={stateLabels[state]}>
      {repealedOn && (
        <Text size="sm">
          Từ ngày <DayText day={repealedOn} />.
        </Text>
      )}
      <Text size="sm">{stateReason}</Text>
      {successor && (
        <Text size="sm">
          Thay bằng:{" "}
          <LinkText to="/thu-tuc/$id" params={{ id: successor.id }}>
            {successor.name}
          </LinkText>
        </Text>
      )}
    </Alert>
  );
}

function MissingForms({ missing }: { missing: ProcedureView["missingForms"] }) {
  if (missing.length === 0) return null;
  return (
    <Alert color="orange" title={`Chưa có tệp biểu mẫu: ${missing.length} giấy tờ`}>
      <List size="sm">
        {missing.map(({ paper, formName, isElsewhere }) => (
          <List.Item key={`${paper} ${formName}`}>
            {paper}
            {formName && `, mẫu: ${formName}`}
            {isElsewhere ? " (chỉ có đường dẫn ở trang khác)" : " (người dân chưa tải được)"}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The files of forms that a version has, to download. */
function Forms({ record }: { record: ProcedureView["versions"][number]["record"] }) {
  const files = formsOf(record);
  if (files.length === 0) return null;
  return (
    <Section id="bieu-mau" title="Tệp biểu mẫu">
      <List size="sm">
        {files.map((file) => (
          <List.Item key={file.id} style={{ overflowWrap: "anywhere" }}>
            <Anchor href={formAddress(file)} download underline="always" size="sm">
              {file.fileName}
            </Anchor>{" "}
            ({formFacts(file)})
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function Opened({ view }: { view: ProcedureView }) {
  const [current] = view.versions;
  const { record, version, validFrom } = current!;
  const missing = missingInWords(view.missing);
  const whole = [view.code, view.suffix].filter(Boolean).join(".");
  return (
    <Page
      title={record.name}
      crumbs={[{ label: "Thủ tục hành chính", to: "/thu-tuc" }]}
      lead={
        <Group gap="xs">
          <StateBadge tone={stateTone[view.state]} word={stateLabels[view.state]} />
          <span>
            Mã {whole}, bản {version} áp dụng từ <DayText day={validFrom} />, ghi lúc{" "}
            <MomentText at={view.updatedAt} />
          </span>
        </Group>
      }
      actions={
        <>
          {view.may.save?.allowed && view.state !== "repealed" && (
            <LinkButton to="/thu-tuc/$id/sua" params={{ id: view.id }}>
              Sửa thành bản mới
            </LinkButton>
          )}
          <ProcedureActs view={view} />
        </>
      }
    >
      <State view={view} />
      {missing && (
        <Alert color="orange" title={missing}>
          Nghị định 63/2010/NĐ-CP yêu cầu thủ tục nêu đủ các mục này. Người dân thấy “Chưa có thông tin” ở chỗ
          còn thiếu.
        </Alert>
      )}
      <MissingForms missing={view.missingForms} />
      <Text size="sm">
        Trang cho người dân:{" "}
        <Anchor href={view.path} target="_blank" rel="noopener" underline="always">
          {view.path}
        </Anchor>
      </Text>
      <Section id="noi-dung" title="Nội dung đang áp dụng">
        <Stack gap="sm">
          {recordKeys.map((key) => {
            const words = partInWords(record, key);
            return (
              words !== "" && (
                <div key={key}>
                  <Text size="sm" c="gray.7" fw={600}>
                    {partLabels[key]}
                  </Text>
                  <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }} maw="50rem">
                    {words}
                  </Text>
                </div>
              )
            );
          })}
        </Stack>
      </Section>
      <Forms record={record} />
      <Versions versions={view.versions} />
    </Page>
  );
}
