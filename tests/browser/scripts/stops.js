// Remembers what the Tab key should reach, in order, with the look of each while it has no focus.
() => {
  const can = "a[href], button, input, select, textarea, summary, [tabindex]";
  const look = (element) => {
    const style = getComputedStyle(element);
    return [style.boxShadow, style.backgroundColor, style.borderColor, style.textDecoration].join();
  };
  const stops = [...document.querySelectorAll(can)].filter(
    (element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility(),
  );
  const looks = new Map(stops.map((element) => [element, look(element)]));
  const name = (element) =>
    `<${element.localName}> “${(element.innerText || element.name || "").trim().slice(0, 60)}”`;

  function faults(element) {
    const style = getComputedStyle(element), found = [];
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    if (!outlined && look(element) === looks.get(element)) {
      found.push(`${name(element)}: nothing shows that it has the focus`);
    }
    const box = [...element.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
    const there = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!there || !(element.contains(there) || there.contains(element))) {
      found.push(`${name(element)}: has the focus out of sight`);
    }
    return found;
  }

  window.stops = {
    count: stops.length,
    name: (index) => name(stops[index]),
    // Which one has the focus (-1: none of them, such as a box that scrolls), and what is wrong.
    here: () => {
      const index = stops.indexOf(document.activeElement);
      return [index, index < 0 ? [] : faults(stops[index])];
    },
  };
  return stops.length;
}
