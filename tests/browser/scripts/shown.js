// The words that a sighted reader is shown: not those that are clipped to a point for a listener.
() => {
  const clipped = (element) => element && element !== document.body
    && ((element.clientWidth <= 1 && getComputedStyle(element).overflow !== "visible"
      && getComputedStyle(element).position === "absolute") || clipped(element.parentElement));
  const words = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width > 0 && box.height > 0 && !clipped(node.parentElement)) words.push(node.data);
  }
  return words.join(" ");
}
