export { apologiesToDecide } from "./apologies/apologies-to-decide.ts";
export { dossierFigures } from "./figures/dossier-figures.ts";
export { lateRegister } from "./late/late-register.ts";
