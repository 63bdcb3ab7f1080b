// For each place where a phrase can be seen: its words, from the left to the right of the screen.
(phrase) => {
  const nodes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  function place(offset) {
    const { node, start } = nodes.findLast((entry) => entry.start <= offset);
    return [node, offset - start];
  }
  function box(start, end) {
    const range = document.createRange();
    range.setStart(...place(start));
    const [node, offset] = place(end - 1);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect();
  }
  const found = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const words = [...phrase.matchAll(/\S+/gu)].map((match) => ({
      word: match[0],
      box: box(at + match.index, at + match.index + match[0].length),
    }));
    const shown = words.every(({ box }) => box.width > 0);
    const line = words.every(({ box }) => Math.abs(box.bottom - words[0].box.bottom) < box.height / 2);
    if (shown && line) {
      found.push(words.sort((a, b) => a.box.left - b.box.left).map(({ word }) => word));
    }
  }
  return found;
}
