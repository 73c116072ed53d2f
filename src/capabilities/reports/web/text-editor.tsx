import { Alert, Button, Group, Paper, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { sayDone } from "#ui/undo.tsx";
import type { ReportText } from "../report-text.ts";
import { api, type ReportView } from "./api.ts";
import { SectionFigures } from "./section-figures.tsx";

type Written = NonNullable<ReportView["text"]>;

const keyOf = (id: string) => `gandan-bao-cao-${id}`;

/** What was typed here and not yet saved; kept in the browser so that a closed tab loses nothing. */
function unsavedText(id: string, saved: Written): ReportText | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? "null");
    return kept?.version === saved.version ? kept.content : null;
  } catch {
    return null;
  }
}

/** The text of a report, section by section; each saving is a new version. */
export function TextEditor({ report, text: saved }: { report: ReportView; text: Written }) {
  const { id, may, state } = report;
  const [restored] = useState(() => unsavedText(id, saved) !== null);
  const [content, setContent] = useState<ReportText>(() => unsavedText(id, saved) ?? saved.content);
  const changed = JSON.stringify(content) !== JSON.stringify(saved.content);
  const queries = useQueryClient();
  const edit = useMutation(
    api.reports.edit.mutationOptions({
      onSuccess: async () => {
        localStorage.removeItem(keyOf(id));
        await queries.invalidateQueries({ queryKey: api.reports.key() });
        sayDone("Đã lưu bản mới.");
      },
    }),
  );
  const save = () => changed && !edit.isPending && edit.mutate({ id, version: saved.version, text: content });
  useShortcuts(may.edit?.allowed ? [{ keys: "mod+s", label: "Lưu bản mới của báo cáo", run: save }] : []);
  useEffect(() => {
    if (changed) localStorage.setItem(keyOf(id), JSON.stringify({ version: saved.version, content }));
    else localStorage.removeItem(keyOf(id));
  }, [changed, content, id, saved.version]);

  return (
    <Stack gap="md" maw="52rem">
      {restored && (
        <Alert color="blue" title="Đã lấy lại phần viết chưa lưu trên máy này">
          <Button size="xs" variant="default" onClick={() => setContent(saved.content)}>
            Bỏ phần chưa lưu, dùng bản đã lưu
          </Button>
        </Alert>
      )}
      <Text size="sm" c="gray.8">
        Mỗi dòng là một đoạn; dòng bắt đầu bằng “- ” là gạch đầu dòng. Mục lớn có các mục bên dưới thì có thể
        để trống.
      </Text>
      <Textarea
        label="Trích yếu"
        autosize
        value={content.abstract}
        onChange={(event) => setContent({ ...content, abstract: event.currentTarget.value })}
      />
      <Textarea
        label="Kính gửi (mỗi nơi một dòng)"
        autosize
        value={content.addressees.join("\n")}
        onChange={(event) => setContent({ ...content, addressees: event.currentTarget.value.split("\n") })}
      />
      {content.sections.map((section, index) => {
        const change = (part: Partial<typeof section>) =>
          setContent({
            ...content,
            sections: content.sections.map((one, at) => (at === index ? { ...one, ...part } : one)),
          });
        return (
          <Paper
            key={saved.content.sections[index]?.heading ?? section.heading}
            withBorder={section.level === 2}
            p={section.level === 2 ? "sm" : 0}
            component="section"
          >
            <Stack gap="xs">
              <TextInput
                label={section.level === 1 ? "Đề mục lớn" : "Đề mục"}
                value={section.heading}
                onChange={(event) => change({ heading: event.currentTarget.value })}
              />
              <Textarea
                label={`Nội dung mục “${section.heading}”`}
                autosize
                minRows={1}
                value={section.text}
                onChange={(event) => change({ text: event.currentTarget.value })}
              />
              <SectionFigures report={report} keys={section.figures} />
            </Stack>
          </Paper>
        );
      })}
      <Textarea
        label="Quyền hạn, chức vụ người ký (mỗi dòng một ý)"
        autosize
        value={content.signer.authority.join("\n")}
        onChange={(event) =>
          setContent({
            ...content,
            signer: { ...content.signer, authority: event.currentTarget.value.split("\n") },
          })
        }
      />
      <TextInput
        label="Họ và tên người ký"
        description="Để trống nếu chưa rõ"
        value={content.signer.name ?? ""}
        onChange={(event) =>
          setContent({ ...content, signer: { ...content.signer, name: event.currentTarget.value || null } })
        }
      />
      <Textarea
        label="Nơi nhận (mỗi nơi một dòng)"
        autosize
        value={content.recipients.join("\n")}
        onChange={(event) => setContent({ ...content, recipients: event.currentTarget.value.split("\n") })}
      />
      <ErrorNotice error={edit.error} />
      <Group gap="sm">
        <Button onClick={save} disabled={!changed} loading={edit.isPending}>
          Lưu bản mới
        </Button>
        <Text size="sm" c="gray.7" role="status">
          {changed ? "Có thay đổi chưa lưu" : "Đã lưu lúc "}
          {!changed && <MomentText at={saved.writtenAt} />}
          {state === "reviewed" && changed ? "; lưu xong phải soát lại" : ""}
        </Text>
      </Group>
    </Stack>
  );
}
