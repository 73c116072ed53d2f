export { apologiesToDecide } from "./apologies/apologies-to-decide.ts";
export { dossierFigures } from "./figures/dossier-figures.ts";
export { averageDays } from "./figures/measure-words.ts";
export { lateRegister } from "./late/late-register.ts";
export { PAGES_TAG as timelinessTag } from "./publishing/pages-changed.ts";
export {
  type Publication as TimelinessPublication,
  publicationsOf,
} from "./publishing/publication-queries.ts";
