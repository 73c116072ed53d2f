import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sayDone } from "#ui/undo.tsx";
import { api, type NoticeSettings } from "../api.ts";

/** Whose way of being told is set: one's own, or that of the agency's people who have chosen nothing. */
export type Whose = "me" | "agency";

/** Keeps what the server answers to a change as what the page shows, and says so. */
export function useKept(whose: Whose) {
  const queries = useQueryClient();
  const { getNoticeDefaults, getNoticeSettings } = api.organization;
  return (settings: NoticeSettings, words: string) => {
    queries.setQueryData((whose === "agency" ? getNoticeDefaults : getNoticeSettings).queryKey(), settings);
    // An administrator is told like everybody else where nothing was chosen.
    if (whose === "agency") void queries.invalidateQueries({ queryKey: getNoticeSettings.queryKey() });
    sayDone(words);
  };
}

type Kept = (settings: NoticeSettings) => void;

export function useSaveWays(whose: Whose) {
  const { setNoticeDefault, setNoticePreference } = api.organization;
  return useMutation({
    mutationFn: (asked: Parameters<typeof setNoticePreference.call>[0]) =>
      (whose === "agency" ? setNoticeDefault : setNoticePreference).call(asked),
  });
}

export function useSaveHours(whose: Whose, onSuccess: Kept) {
  const { setNoticeHours, setNoticeHoursDefault } = api.organization;
  return useMutation({
    mutationFn: (hours: NoticeSettings["hours"]) =>
      (whose === "agency" ? setNoticeHoursDefault : setNoticeHours).call(hours),
    onSuccess,
  });
}
