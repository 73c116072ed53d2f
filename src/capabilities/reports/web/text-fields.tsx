import { Paper, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ChangedNumber } from "../changed-numbers.ts";
import type { ReportText, Section } from "../report-text.ts";
import type { ReportView } from "./api.ts";
import { SectionFigures } from "./section-figures.tsx";
import { SectionNumbers } from "./section-numbers.tsx";

/** Everything of a report that a person may write, with the frozen figures that each section speaks of. */
export function TextFields({
  report,
  text,
  onChange,
  onKeep,
}: {
  report: ReportView;
  text: ReportText;
  onChange: (text: ReportText) => void;
  /** The writer wants a number to stand that differs from the frozen figures. */
  onKeep: (number: ChangedNumber) => void;
}) {
  // Headings as they were: the keys of the sections, so that writing a heading does not make its field anew.
  const [keys] = useState(() => text.sections.map(({ heading }, index) => `${index} ${heading}`));
  const change = (index: number, part: Partial<Section>) =>
    onChange({
      ...text,
      sections: text.sections.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  const lines = (value: string) => value.split("\n");
  return (
    <>
      <Textarea
        label="Trích yếu"
        autosize
        value={text.abstract}
        onChange={(event) => onChange({ ...text, abstract: event.currentTarget.value })}
      />
      <Textarea
        label="Kính gửi (mỗi nơi một dòng)"
        autosize
        value={text.addressees.join("\n")}
        onChange={(event) => onChange({ ...text, addressees: lines(event.currentTarget.value) })}
      />
      {text.sections.map((section, index) => (
        <Paper
          key={keys[index] ?? index}
          withBorder={section.level === 2}
          p={section.level === 2 ? "sm" : 0}
          component="section"
          aria-label={section.heading}
        >
          <Stack gap="xs">
            <TextInput
              label={section.level === 1 ? "Đề mục lớn" : "Đề mục"}
              value={section.heading}
              onChange={(event) => change(index, { heading: event.currentTarget.value })}
            />
            <Textarea
              label={`Nội dung mục “${section.heading}”`}
              autosize
              minRows={1}
              value={section.text}
              onChange={(event) => change(index, { text: event.currentTarget.value })}
            />
            <SectionNumbers
              report={report}
              section={index}
              text={section.text}
              onChange={(value) => change(index, { text: value })}
              onKeep={onKeep}
            />
            <SectionFigures report={report} keys={section.figures} />
          </Stack>
        </Paper>
      ))}
      <Textarea
        label="Quyền hạn, chức vụ người ký (mỗi dòng một ý)"
        autosize
        value={text.signer.authority.join("\n")}
        onChange={(event) =>
          onChange({ ...text, signer: { ...text.signer, authority: lines(event.currentTarget.value) } })
        }
      />
      <TextInput
        label="Họ và tên người ký"
        description="Để trống nếu chưa rõ"
        value={text.signer.name ?? ""}
        onChange={(event) =>
          onChange({ ...text, signer: { ...text.signer, name: event.currentTarget.value || null } })
        }
      />
      <Textarea
        label="Nơi nhận (mỗi nơi một dòng)"
        autosize
        value={text.recipients.join("\n")}
        onChange={(event) => onChange({ ...text, recipients: lines(event.currentTarget.value) })}
      />
    </>
  );
}
