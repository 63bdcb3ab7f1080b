// Finds the selectors of annotations in a text, as Apache Annotator does. Stdin: [[text, selector]…];
// stdout: the words that each finds, in order.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { textPositionSelectorMatcher, textQuoteSelectorMatcher } = await import(
  pathToFileURL(process.argv[2]).href
);

const matchers = {
  TextQuoteSelector: textQuoteSelectorMatcher,
  TextPositionSelector: textPositionSelectorMatcher,
};

// One chunk is the whole text.
const chunks = (data) => ({
  currentChunk: { data },
  nextChunk: () => null,
  previousChunk: () => null,
  precedesCurrentChunk: () => false,
});

const found = [];
for (const [text, selector] of JSON.parse(readFileSync(0, "utf8"))) {
  const words = [];
  for await (const match of matchers[selector.type](selector)(chunks(text)))
    words.push(text.slice(match.startIndex, match.endIndex));
  found.push(words);
}
process.stdout.write(JSON.stringify(found));
