export { documentByNumber, documentsOfAgency, type OfficialDocument } from "./document-queries.ts";
export { type DocumentDescription, registerDocument } from "./register-document.ts";
