export { documentsOfAgency, type OfficialDocument } from "./document-queries.ts";
export { endedDocuments } from "./ended-documents.ts";
export { correctIssue, issueDocument } from "./issue-document.ts";
export { type DocumentDescription, registerDocument } from "./register-document.ts";
