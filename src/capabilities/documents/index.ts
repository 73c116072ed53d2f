export { documentsOfAgency, type OfficialDocument } from "./document-queries.ts";
export { endedDocuments } from "./ended-documents.ts";
export { correctIssue, issueDocument } from "./issue-document.ts";
export { type NamedDocument, namedDocuments } from "./named-documents.ts";
export { measuredDocuments, promptnessOf } from "./promptness/promptness-queries.ts";
export { newestPublishedDocuments } from "./published.ts";
export { documentTag, redraw as redrawDocuments } from "./publishing/document-changed.ts";
export { type DocumentDescription, registerDocument } from "./register-document.ts";
