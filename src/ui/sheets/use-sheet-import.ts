import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { saveFile } from "../save-file.ts";

/** A chosen table and what the person has said of how to read it. */
export interface ChosenSheet<Said> {
  file: File;
  said: Said;
}

/** The trial as the server gives it; `seen` names what it was judged against. */
interface Judged {
  seen: string;
}

/**
 * The way of a table into the system: tried as often as its reading changes, brought in once as it was seen, or
 * forgotten. What somebody changed meanwhile is refused, and the lines are judged anew beneath the refusal.
 */
export function useSheetImport<Said, Trial extends Judged, Answer>({
  tryIt,
  bringIt,
  faultyOf,
  onBrought,
  readsAnew = () => true,
}: {
  tryIt: (chosen: ChosenSheet<Said>) => Promise<Trial>;
  bringIt: (chosen: ChosenSheet<Said> & { seen: string }) => Promise<Answer>;
  faultyOf: (chosen: ChosenSheet<Said>) => Promise<{ body: Blob }>;
  onBrought: (answer: Answer) => void;
  /** Whether the lines are judged anew after they could not be brought in; a person who stops that wants no more. */
  readsAnew?: () => boolean;
}) {
  const [chosen, setChosen] = useState<ChosenSheet<Said> | null>(null);
  /** Of the chosen file; it stands, with whoever works in it, while the file is read in another way. */
  const [last, setLast] = useState<Trial | undefined>(undefined);
  const attempt = useMutation({ mutationFn: tryIt, onSuccess: setLast });
  const bring = useMutation({
    mutationFn: bringIt,
    onSuccess: (answer) => {
      setChosen(null);
      setLast(undefined);
      attempt.reset();
      onBrought(answer);
    },
    onError: () => chosen && readsAnew() && attempt.mutate(chosen),
  });
  const faulty = useMutation({
    mutationFn: faultyOf,
    onSuccess: ({ body }) => saveFile(new File([body], "dong-chua-dung.xlsx", { type: body.type })),
  });
  return {
    chosen,
    trial: attempt.isError ? undefined : (attempt.data ?? last),
    attempt,
    bring,
    faulty,
    busy: attempt.isPending || bring.isPending,
    look: (next: ChosenSheet<Said>) => {
      if (next.file !== chosen?.file) setLast(undefined);
      setChosen(next);
      bring.reset();
      attempt.mutate(next);
    },
    forget: () => {
      setChosen(null);
      setLast(undefined);
      attempt.reset();
      bring.reset();
    },
  };
}

export type SheetImport<Said, Trial extends Judged, Answer> = ReturnType<
  typeof useSheetImport<Said, Trial, Answer>
>;
