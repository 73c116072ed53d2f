import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../api.ts";
import { fingerprintOf, type Sending, sendFile, waiting } from "./send-file.ts";

/** So many go at the same time. */
const AT_ONCE = 2;

interface Known {
  id: string;
  fingerprint: string;
}

/**
 * The files that this page sends, two at a time, in the order in which they were given; `bare`: of pictures neither
 * place nor camera is kept.
 */
export function useSending(known: Known[], { bare = false }: { bare?: boolean } = {}) {
  const queries = useQueryClient();
  const [sendings, setSendings] = useState<Sending[]>([]);
  const files = useRef(new Map<string, File>());
  const running = useRef(new Map<string, AbortController>());
  const latest = useRef(sendings);
  latest.current = sendings;
  const change = useCallback((id: string, what: Partial<Sending>) => {
    setSendings((all) => all.map((one) => (one.id === id ? { ...one, ...what } : one)));
  }, []);
  useEffect(() => {
    for (const one of sendings) {
      const file = files.current.get(one.id);
      if (one.state !== "waiting" || !file || running.current.has(one.id)) continue;
      if (running.current.size >= AT_ONCE) return;
      const stop = new AbortController();
      running.current.set(one.id, stop);
      void sendFile(file, one.id, stop.signal, (what) => change(one.id, what), bare).finally(() => {
        running.current.delete(one.id);
        files.current.delete(one.id);
        // Whoever waits gets its turn; the library shows what came in.
        setSendings((all) => [...all]);
        void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
        void queries.invalidateQueries({ queryKey: api.newsroom.uploads.key() });
      });
    }
  }, [sendings, change, queries, bare]);
  const isBusy = sendings.some(({ state }) => !["done", "refused"].includes(state));
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);
  useEffect(
    () => () => {
      for (const stop of running.current.values()) stop.abort();
    },
    [],
  );
  return {
    sendings,
    isBusy,
    /** Answers how the files are named on their way, in their order. */
    add: (given: File[]): string[] => {
      const added = given.map((file) => {
        const before = known.find(({ fingerprint }) => fingerprint === fingerprintOf(file));
        const isHere = latest.current.some(({ id, state }) => id === before?.id && state !== "refused");
        const one = waiting(file, isHere ? undefined : before?.id);
        files.current.set(one.id, file);
        return one;
      });
      setSendings((all) => [...all.filter(({ id }) => !added.some((one) => one.id === id)), ...added]);
      return added.map(({ id }) => id);
    },
    drop: async (id: string) => {
      running.current.get(id)?.abort();
      files.current.delete(id);
      setSendings((all) => all.filter((one) => one.id !== id));
      await api.newsroom.dropUpload.call({ id }).catch(() => null);
      await queries.invalidateQueries({ queryKey: api.newsroom.uploads.key() });
    },
    clear: () => setSendings((all) => all.filter(({ state }) => !["done", "refused"].includes(state))),
  };
}
