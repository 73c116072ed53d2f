import { Button, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { ListWords } from "#platform/sheets/list-fields.ts";
import { ErrorNotice } from "../error-notice.tsx";
import { Loading } from "../loading.tsx";
import { type MayAnswer, MayButton } from "../may-button.tsx";
import { MatchColumns } from "./match-columns.tsx";
import { countOf, type SheetSaid, type SheetTrial, type TriedLine, trialInWords } from "./sheet-trial.ts";
import { type LineWords, TrialLines } from "./trial-lines.tsx";
import type { ChosenSheet, SheetImport } from "./use-sheet-import.ts";

/** What becomes of the chosen table: how it is read, each of its lines, and the one step that brings them in. */
export function SheetTrialPart<
  Field extends string,
  Line extends TriedLine,
  Said extends SheetSaid<Field>,
  Answer,
>({
  sheet: { chosen, trial, attempt, bring, faulty, forget },
  may,
  words,
  required,
  fresh,
  kept,
  lineWords,
  onSay,
  matching,
  bringable = (lines) => countOf({ lines }, "new") > 0,
}: {
  sheet: SheetImport<Said, SheetTrial<Field, Line> & { seen: string }, Answer>;
  /** Who may bring it in; left out where whoever sees the screen may. */
  may?: MayAnswer;
  /** The fields' names, and those without which no line can be read. */
  words: ListWords<NoInfer<Field>>;
  required: readonly NoInfer<Field>[];
  /** The new lines in words: "2 đơn vị, 30 người". */
  fresh: (lines: Line[]) => string;
  /** What the lines are that are there already: "nhiệm vụ kế hoạch đã có, giữ nguyên". */
  kept: string;
  lineWords: (line: Line) => LineWords;
  /** Called with another way of reading the table. */
  onSay: (chosen: ChosenSheet<Said>, said: SheetSaid<NoInfer<Field>>) => void;
  /** Further choices of how to read the table. */
  matching?: ReactNode;
  /** Whether there is anything to bring in; left out: a new line. */
  bringable?: (lines: Line[]) => boolean;
}) {
  return (
    <>
      <ErrorNotice error={attempt.error} />
      {attempt.isPending && <Loading />}
      {chosen && trial && (
        <>
          <MatchColumns
            words={words}
            required={required}
            trial={trial}
            said={chosen.said}
            onSay={(said) => onSay(chosen, said)}
          >
            {matching}
          </MatchColumns>
          <Stack gap="sm" component="section" aria-labelledby="xem-thu">
            <Title order={2} size="h4" id="xem-thu" style={{ overflowWrap: "anywhere" }}>
              Xem thử: {chosen.file.name}
            </Title>
            <Text role="status">{trialInWords(trial, `${fresh(trial.lines)} mới`, kept)}</Text>
            <ErrorNotice error={bring.error} />
            <Group>
              {bringable(trial.lines) && (
                <MayButton
                  may={may ?? { manage: { allowed: true, why: null } }}
                  verb="manage"
                  loading={bring.isPending || attempt.isPending}
                  onClick={() => bring.mutate({ ...chosen, seen: trial.seen })}
                >
                  Nhập {fresh(trial.lines)}
                </MayButton>
              )}
              {countOf(trial, "bad") > 0 && (
                <Button variant="default" loading={faulty.isPending} onClick={() => faulty.mutate(chosen)}>
                  Tải riêng {countOf(trial, "bad")} dòng chưa đúng
                </Button>
              )}
              <Button variant="subtle" onClick={forget}>
                Bỏ bảng này
              </Button>
            </Group>
            <ErrorNotice error={faulty.error} />
            <TrialLines lines={trial.lines} words={lineWords} />
          </Stack>
        </>
      )}
    </>
  );
}
