import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { languageContract } from "./contract.ts";
import { dismissRemark, restoreRemark } from "./dismiss-remark.ts";
import { dismissalsOf, ownWords, remarksOn, yardstickOf } from "./language-queries.ts";
import { askLinks, deadLinksIn } from "./links-in-text.ts";
import { languageWordPolicy } from "./policy.ts";
import { resetWord, saveWord } from "./save-word.ts";
import { standardWords, wordKey } from "./word-list.ts";

const api = implement(languageContract).$context<ApiContext>().use(authorised);

/** More remarks than these nobody looks through at once. */
const MOST_REMARKS = 200;

async function languageOf(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  const { words, ended } = await yardstickOf(q, actor.agencyId);
  return {
    words: [...words],
    ended: [...ended],
    dismissals: await dismissalsOf(q, id),
    may: { dismissRemark: contentPolicy.may(actor, item).dismissRemark },
  };
}

/** The product's words with the agency's over them, those left out too. */
async function presentWords(q: Queryable, actor: Actor) {
  const standard = new Map(standardWords.map((word) => [wordKey(word), word]));
  const own = new Map((await ownWords(q, actor.agencyId)).map((word) => [wordKey(word), word]));
  const keys = new Set([...own.keys(), ...standard.keys()]);
  return {
    words: [...keys].map((key) => {
      const mine = own.get(key);
      const { sort, words, instead } = mine ?? standard.get(key)!;
      return {
        sort,
        words,
        instead,
        used: mine?.used ?? true,
        standard: standard.get(key)?.instead ?? null,
        changed: mine ? { byName: mine.changedByName, at: mine.changedAt } : null,
      };
    }),
    may: languageWordPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

export const languageRoutes = {
  language: api.language.handler(({ input, context: { database, actor } }) =>
    languageOf(database, actor, input.id),
  ),
  remarks: api.remarks.handler(async ({ input, context: { database, actor } }) => {
    const item = await itemOf(database, actor, input.id);
    const found = await remarksOn(database, item, await revisionOf(database, item.currentRevisionId));
    const dismissals = new Map((await dismissalsOf(database, item.id)).map((one) => [one.key, one]));
    // The same words twice are one thing to look at.
    const once = [...new Map(found.map((remark) => [remark.key, remark])).values()];
    return {
      remarks: once.slice(0, MOST_REMARKS).map(({ kind, key, field, where, passage, why }) => ({
        kind,
        key,
        field,
        where,
        passage: passage.slice(0, 400),
        why,
        dismissal: dismissals.get(key) ?? null,
      })),
      more: Math.max(0, once.length - MOST_REMARKS),
    };
  }),
  deadLinks: api.deadLinks.handler(async ({ input, context: { database, actor } }) => {
    const item = await itemOf(database, actor, input.id);
    const { body } = await revisionOf(database, item.currentRevisionId);
    const dead = await deadLinksIn(database, actor.agencyId, body);
    return { dead: [...dead].map(([href, why]) => ({ href, why })) };
  }),
  askLinks: api.askLinks.handler(async ({ input, context: { database, actor } }) => {
    const item = contentPolicy.permit(actor, "askLinks", await itemOf(database, actor, input.id));
    const { body } = await revisionOf(database, item.currentRevisionId);
    return { answers: await askLinks(body) };
  }),
  dismissRemark: api.dismissRemark.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await dismissRemark(current, input);
      return languageOf(current.tx, actor, input.id);
    }),
  ),
  restoreRemark: api.restoreRemark.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await restoreRemark(current, input);
      return languageOf(current.tx, actor, input.id);
    }),
  ),
  languageWords: api.languageWords.handler(({ context: { database, actor } }) =>
    presentWords(database, actor),
  ),
  saveLanguageWord: api.saveLanguageWord.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await saveWord(current, input);
      return presentWords(current.tx, actor);
    }),
  ),
  resetLanguageWord: api.resetLanguageWord.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await resetWord(current, input);
      return presentWords(current.tx, actor);
    }),
  ),
};
