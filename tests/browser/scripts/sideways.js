// What makes the page wider than the window, and what the window's edge cuts off.
() => {
  const wide = document.documentElement.clientWidth;
  const faults = document.scrollingElement.scrollWidth > wide ? [`scrolls sideways at ${wide} pixels`] : [];
  // What a box scrolls or cuts by itself is its own affair.
  const boxed = (element) => element && element !== document.body
    && (getComputedStyle(element).overflowX !== "visible" || boxed(element.parentElement));
  const name = (node) => `<${node.parentElement.localName}> “${node.data.trim().slice(0, 60)}”`;

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const across = [...range.getClientRects()].some((box) =>
      // Wholly outside is meant: so a skip link waits for the focus.
      (box.left < wide && box.right > wide + 1) || (box.left < -1 && box.right > 0));
    if (across && !boxed(node.parentElement)) faults.push(`past the edge: ${name(node)}`);
  }
  return faults;
}
