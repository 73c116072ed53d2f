import { Alert, List, Select, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { caseWords } from "../../contract.ts";
import { DraftLink } from "../draft-link.tsx";
import { api, type CaseView } from "./api.ts";
import { CaseActs } from "./case-acts.tsx";
import { CaseForm } from "./case-form.tsx";
import { CasePhotos } from "./case-photos.tsx";
import { CaseStanding } from "./case-standing.tsx";

const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

/** Where a case comes from, what it proves, what tells of it. */
function Links({ view }: { view: CaseView }) {
  const { feedback, task, obligations, draft, kept } = view;
  const proves = view.state === "approved" ? "Là minh chứng của" : "Khi được duyệt là minh chứng của";
  return (
    <Section id="lien-quan" title="Nguồn và minh chứng">
      {!feedback && !task && obligations.length === 0 && (
        <Text size="sm">Chưa nối với phản ánh, nhiệm vụ hay nghĩa vụ nào của kế hoạch.</Text>
      )}
      {feedback && (
        <Text size="sm">
          Từ phản ánh{" "}
          {feedback.mayRead ? (
            <LinkText inherit underline="always" to="/phan-anh/$id" params={{ id: feedback.id }}>
              {feedback.code}
            </LinkText>
          ) : (
            feedback.code
          )}
        </Text>
      )}
      {(task || obligations.length > 0) && <Text size="sm">{proves}:</Text>}
      <List size="sm" spacing={4}>
        {task && (
          <List.Item>
            Nhiệm vụ{" "}
            <LinkText inherit underline="always" to="/nhiem-vu/$id" params={{ id: task.id }}>
              {task.name}
            </LinkText>
          </List.Item>
        )}
        {obligations.map(({ id, name }) => (
          <List.Item key={id}>{name}</List.Item>
        ))}
      </List>
      {kept.length > 0 && (
        <Text size="sm" style={said}>
          Chỗ được giữ, không phải dữ liệu cá nhân: {kept.map((words) => `“${words}”`).join(", ")}
        </Text>
      )}
      {draft && <DraftLink draft={draft}>Bài kể trường hợp này ở tòa soạn</DraftLink>}
    </Section>
  );
}

function Opened({ view }: { view: CaseView }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<"edit" | "tell" | null>(null);
  const close = () => setOpen(null);
  const done = (words: string) => {
    void queries.invalidateQueries({ queryKey: api.feedback.key() });
    sayDone(words);
  };
  const parts = [
    ["beforeWords", view.beforeOn],
    ["doneWords", null],
    ["resultWords", view.afterOn],
  ] as const;
  return (
    <Page
      title={view.title}
      crumbs={[
        { label: "Phản ánh, kiến nghị", to: "/phan-anh" },
        { label: "Trước và sau", to: "/phan-anh/truoc-sau" },
      ]}
      lead={
        <Stack gap={4}>
          <CaseStanding {...view} />
          {view.state === "approved" && (
            <span>
              {view.decidedByName} duyệt <MomentText at={view.decidedAt!} />
            </span>
          )}
        </Stack>
      }
    >
      {view.state === "returned" && (
        <Alert color="orange" title={`${view.decidedByName} trả lại để sửa`}>
          <Text size="sm" style={said}>
            {view.returnReason}
          </Text>
        </Alert>
      )}
      <CaseActs
        key={view.changedAt}
        view={view}
        onEdit={() => setOpen("edit")}
        onTell={() => setOpen("tell")}
        onDone={done}
      />
      {parts.map(([field, day]) => (
        <Section key={field} id={field} title={caseWords[field]}>
          {day && (
            <Text size="sm" c="gray.7">
              Ngày <DayText day={day} />
            </Text>
          )}
          <Text style={said}>{view[field] || "Chưa viết."}</Text>
        </Section>
      ))}
      <CasePhotos view={view} onDone={done} />
      <Links view={view} />
      <CaseForm
        one={view}
        units={view.units}
        opened={open === "edit"}
        onClose={close}
        onDone={() => done("Đã ghi bản thảo.")}
      />
      <FormDialog
        opened={open === "tell"}
        onClose={close}
        title="Soạn bài"
        lead="Tạo một bản nháp ở tòa soạn, bạn là người soạn. Thông tin cá nhân được che tự động; xin đọc lại. Bản nháp chỉ công khai sau khi người thứ hai duyệt."
        initial={{ unitId: view.unitId as string | null }}
        check={({ unitId }) => (unitId ? {} : { unitId: "Hãy chọn đơn vị." })}
        verb="Tạo bản nháp"
        submit={({ unitId }) => api.feedback.tellCase.call({ id: view.id, unitId: unitId! })}
        onDone={() => done("Đã tạo bản nháp ở tòa soạn.")}
      >
        {(form) => (
          <Select
            label="Đơn vị soạn"
            required
            searchable
            data-autofocus
            openOnFocus={false}
            nothingFoundMessage="Không có đơn vị này"
            data={view.units.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("unitId")}
          />
        )}
      </FormDialog>
    </Page>
  );
}

/** One case of before and after. */
export default function CasePage() {
  const id = useParam("id");
  const found = useQuery(api.feedback.caseById.queryOptions({ input: { id } }));
  return <Asked query={found}>{(view) => <Opened key={view.id} view={view} />}</Asked>;
}
