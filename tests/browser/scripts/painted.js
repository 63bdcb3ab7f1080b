// The words of each text that are painted in another order than they are read in.
//
// Words beside each other in one text: Latin words, and numbers beside them, run to the right;
// Arabic words run to the left, and so do they with numbers in a right-to-left text.
() => {
  const latin = /\p{Script=Latin}/u, arabic = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
  const eastern = /[\u0660-\u0669\u06f0-\u06f9]/u;
  const edges = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;

  function box(node, start, end) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    return rects.length === 1 ? rects[0] : null; // hidden, or broken over lines
  }

  function words(node) {
    const found = [];
    for (const match of node.data.matchAll(/\S+/gu)) {
      const inner = match[0].replace(edges, "");
      if (!inner) continue;
      const start = match.index + match[0].indexOf(inner), end = start + inner.length;
      const letters = inner.replace(/\P{L}/gu, ""); // some digits count as Arabic script
      const isLatin = latin.test(letters), isArabic = arabic.test(letters);
      const kind = isLatin && isArabic ? "mixed" : isLatin ? "latin" : isArabic ? "arabic"
        : /\p{Nd}/u.test(inner) ? "number" : "other";
      found.push({ text: inner, kind, start, end, box: box(node, start, end) });
    }
    return found;
  }

  // The way in which two neighbours are read, or nothing where that depends on what is meant.
  function reading(one, two, base) {
    const kinds = new Set([one.kind, two.kind]);
    if (kinds.has("mixed") || kinds.has("other")) return "";
    if (kinds.has("latin")) return kinds.has("arabic") ? "" : "right";
    if (!kinds.has("arabic")) return "";
    const isRead = kinds.size === 1 || base === "rtl" || eastern.test(one.text + two.text);
    return isRead ? "left" : "";
  }

  const before = (a, b, way) => (way === "right" ? a.left < b.left : a.right > b.right);
  const sameLine = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2;
  const faults = [];

  function inOrder(a, b, way, what) {
    if (way && a && b && sameLine(a, b) && !before(a, b, way)) faults.push(what);
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const base = getComputedStyle(node.parentElement).direction;
    const found = words(node);
    found.forEach((word, index) => {
      const next = found[index + 1];
      if (next) {
        const what = `“${word.text} ${next.text}” is painted the wrong way in “${node.data.trim().slice(0, 80)}”`;
        inOrder(word.box, next.box, reading(word, next, base), what);
      }
      const way = { latin: "right", number: "right", arabic: "left" }[word.kind];
      const last = box(node, word.end - 1, word.end);
      if (word.end - word.start > 1) {
        inOrder(box(node, word.start, word.start + 1), last, way, `“${word.text}” is painted backwards`);
      }
    });
  }
  return faults;
}
