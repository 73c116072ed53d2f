import { Alert, Anchor, Button, Group, List, Radio, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { type SourceKind, sourceKindLabels } from "../sources/source.ts";
import { api, type Sources, type Trial } from "./api.ts";

export interface SourceValues extends Record<string, unknown> {
  url: string;
  name: string;
  kind: SourceKind;
}

/** Which feed is followed, and what it is called; read once before it is kept. */
export function SourceForm(dialog: {
  opened: boolean;
  onClose: () => void;
  title: string;
  initial: SourceValues;
  verb: string;
  submit: (values: SourceValues) => Promise<Sources>;
  onDone: (answer: Sources) => void;
}) {
  return (
    <FormDialog<SourceValues, Sources>
      {...dialog}
      lead="Hệ thống đọc thử nguồn tin trước khi ghi, sau đó nửa giờ đọc một lần, theo đúng điều nơi phát hành cho phép."
    >
      {(form) => <Fields form={form} />}
    </FormDialog>
  );
}

function Fields({ form }: { form: DialogForm<SourceValues> }) {
  const trial = useMutation({
    mutationFn: (url: string) => api.listening.trySource.call({ url }),
    onSuccess: ({ title, url }) => {
      form.setFieldValue("url", url);
      if (form.getValues().name.trim() === "" && title) form.setFieldValue("name", title);
    },
  });
  return (
    <>
      <TextInput
        label="Địa chỉ nguồn tin"
        description="RSS, Atom, JSON Feed hoặc sơ đồ trang tin tức; thường ở mục RSS của trang."
        type="url"
        required
        data-autofocus
        {...form.getInputProps("url")}
      />
      <Group>
        <Button
          variant="default"
          loading={trial.isPending}
          disabled={form.getValues().url.trim() === ""}
          onClick={() => trial.mutate(form.getValues().url.trim())}
        >
          Đọc thử
        </Button>
      </Group>
      <div role="status">{trial.data && <Tried trial={trial.data} />}</div>
      <ErrorNotice error={trial.error} />
      <TextInput
        label="Tên nguồn tin"
        description="Tên báo, đài hoặc cơ quan, và chuyên mục nếu có."
        required
        {...form.getInputProps("name")}
      />
      <Radio.Group label="Loại nguồn" required {...form.getInputProps("kind")}>
        <Group mt="xs">
          {optionsOf(sourceKindLabels).map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
    </>
  );
}

function Tried({ trial: { title, count, items, warnings } }: { trial: Trial }) {
  return (
    <Alert color="gray" title={`Đọc được ${count} mục${title ? `: ${title}` : ""}`}>
      <List size="sm" style={{ overflowWrap: "anywhere" }}>
        {items.map(({ title: name, url, publishedAt }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes.
          <List.Item key={index}>
            {url ? (
              <Anchor href={url} target="_blank" rel="noopener noreferrer" underline="always" size="sm">
                {name || url}
              </Anchor>
            ) : (
              name
            )}
            {publishedAt && (
              <>
                {" "}
                (<MomentText at={publishedAt} />)
              </>
            )}
          </List.Item>
        ))}
      </List>
      {warnings.map((words) => (
        <Text key={words} size="sm" mt="xs">
          {words}
        </Text>
      ))}
    </Alert>
  );
}
