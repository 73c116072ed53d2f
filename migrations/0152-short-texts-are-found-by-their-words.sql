-- A text is found by the words of its beginning too, for which short texts ask: tips, a few sentences of news. Every
-- text is read again within minutes; until then what is written is compared with none.
truncate similarity_text, similarity_key;
