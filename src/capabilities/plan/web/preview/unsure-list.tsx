import { Alert, Button, List } from "@mantine/core";
import { useState } from "react";
import { clauseMark } from "../../clause-mark.ts";
import type { Unsure } from "./unsure.ts";

const SHOWN = 8;

const placeOf = ({ header, clause, tasks }: Unsure): string => {
  if (header) return "đầu văn bản";
  if (clause) return `mục ${clauseMark(clause)}`;
  return tasks.length > 0 ? "phụ lục" : "văn bản gốc";
};

/** What the reader was not sure of; each leads to its place. */
export function UnsureList({ unsure, onJump }: { unsure: Unsure[]; onJump: (unsure: Unsure) => void }) {
  const [all, setAll] = useState(false);
  if (unsure.length === 0) return null;
  const shown = all ? unsure : unsure.slice(0, SHOWN);
  return (
    <Alert color="yellow" variant="light" title={`${unsure.length} chỗ chưa chắc, hãy xem lại`}>
      <List size="sm" spacing={4}>
        {shown.map((one) => (
          <List.Item key={one.index}>
            {one.message}{" "}
            {(one.header || one.clause || one.tasks.length > 0 || one.paragraph !== null) && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onJump(one)}
                aria-label={`Đến ${placeOf(one)}: ${one.message}`}
              >
                Đến {placeOf(one)}
              </Button>
            )}
          </List.Item>
        ))}
      </List>
      {unsure.length > SHOWN && (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAll(!all)}>
          {all ? "Thu gọn" : `Xem cả ${unsure.length} chỗ`}
        </Button>
      )}
    </Alert>
  );
}
