import { Button, List, Paper, Stack, Text, Title } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { DeliveryView } from "../api.ts";
import { countOf } from "../words/count-words.ts";
import { CopyText } from "./copy-text.tsx";
import { PackMedia } from "./pack-media.tsx";
import { RecordForm } from "./record-form.tsx";

/** Everything for posting by hand, in the order in which it is done; made for a phone in the hand. */
export function Pack({ delivery, onRecorded }: { delivery: DeliveryView; onRecorded: () => void }) {
  const { account, preview, media, byHandSteps, openAt, hasAddress } = delivery;
  const name = account.networkLabel;
  const steps: { title: string; body: ReactNode }[] = [
    {
      title: "Chép lời đăng",
      body: preview.fields
        .filter(({ text }) => text.trim() !== "")
        .map((field) => (
          <CopyText
            key={field.name}
            label={field.label}
            text={field.text}
            count={countOf(field)}
            tooLong={field.tooLong}
          />
        )),
    },
    ...(media.length > 0
      ? [
          {
            title: media.every(({ sort }) => sort === "audio") ? "Tải bản ghi" : "Tải ảnh, video",
            body: <PackMedia media={media} />,
          },
        ]
      : []),
    {
      title: openAt === null ? "Gửi, đăng" : `Đăng lên ${name}`,
      body: (
        <>
          <List type="ordered" size="sm" spacing={4}>
            {byHandSteps.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
          {openAt !== null && (
            <Button
              component="a"
              href={openAt}
              target="_blank"
              rel="noopener noreferrer"
              w="fit-content"
              leftSection={<IconExternalLink size={18} />}
            >
              Mở {name}
              <span className="only-read-aloud"> (mở ở thẻ mới)</span>
            </Button>
          )}
        </>
      ),
    },
    {
      title: hasAddress ? "Dán địa chỉ bài vào đây" : "Ghi lại đã gửi, phát ở đâu",
      body: <RecordForm delivery={delivery} onRecorded={onRecorded} />,
    },
  ];
  return (
    <section aria-labelledby="dang-tay">
      <Title order={2} size="h3" id="dang-tay" mb="xs">
        Đăng tay: {steps.length} bước
      </Title>
      {preview.issues.length > 0 && (
        <Text size="sm" c="red.8" mb="xs">
          {preview.issues.join(" ")}
        </Text>
      )}
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
        {steps.map(({ title, body }, index) => (
          <Paper key={title} withBorder p="md" component="li">
            <Stack gap="sm">
              <Title order={3} size="h4">
                {index + 1}. {title}
              </Title>
              {body}
            </Stack>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
